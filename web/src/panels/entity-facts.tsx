/** Names, place, identifiers and attributes of an entity as a list of facts. */
import { Fragment, type ReactNode } from 'react';
import type { Answer } from '../../../src/contract/questions.js';
import { periodText } from '../../../src/model/period-text.js';
import classes from './panel.module.css';

type Entity = Answer<'show'>['entity'];

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });
function languageText(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    // A file's own tag need not be a BCP 47 one.
    return tag;
  }
}

/** Registers whose entries have an address of their own. */
const REGISTERS: Record<string, { title: string; address?: (value: string) => string }> = {
  wikidata: {
    title: 'Wikidata',
    address: (value) => `https://www.wikidata.org/wiki/${encodeURIComponent(value)}`,
  },
  lei: { title: 'LEI', address: (value) => `https://search.gleif.org/#/record/${encodeURIComponent(value)}` },
  cospar: {
    title: 'COSPAR',
    address: (value) =>
      `https://nssdc.gsfc.nasa.gov/nmc/spacecraft/display.action?id=${encodeURIComponent(value)}`,
  },
  norad: {
    title: 'NORAD catalogue',
    address: (value) => `https://celestrak.org/satcat/table-satcat.php?CATNR=${encodeURIComponent(value)}`,
  },
  'iso-3166': { title: 'ISO 3166' },
};

const PRECISION = {
  exact: 'exact',
  site: 'known to the site',
  city: 'known to the city',
  country: 'known to the country',
} as const;

function placeText({ name, lat, lon, precision }: NonNullable<Entity['place']>): string {
  const position =
    lat === undefined || lon === undefined
      ? ''
      : `, ${Math.abs(lat)}° ${lat < 0 ? 'S' : 'N'} ${Math.abs(lon)}° ${lon < 0 ? 'W' : 'E'}`;
  return `${name}${position} (${PRECISION[precision]})`;
}

function Identifier({
  register,
  value,
  period,
}: {
  register: string;
  value: string;
  period?: string | undefined;
}) {
  const address = REGISTERS[register]?.address?.(value);
  return (
    <div>
      {address === undefined ? (
        value
      ) : (
        <a className={classes.link} href={address} rel="noreferrer" target="_blank">
          {value}
        </a>
      )}
      {period === undefined ? '' : `, ${periodText(period)}`}
    </div>
  );
}

export function EntityFacts({ entity }: { entity: Entity }) {
  const facts: [string, ReactNode][] = [
    ...Object.entries(entity.names).map(([tag, name]): [string, ReactNode] => [
      languageText(tag),
      <span key={tag} lang={tag}>
        {name}
      </span>,
    ]),
    ...(entity.aliases.length === 0 ? [] : [['Also', entity.aliases.join(' · ')] as [string, ReactNode]]),
    ...entity.formerNames.map(({ name, names, period }): [string, ReactNode] => [
      'Formerly',
      [name, ...Object.values(names ?? {}), ...(period === undefined ? [] : [periodText(period)])].join(', '),
    ]),
    ...(entity.place === undefined ? [] : [['Place', placeText(entity.place)] as [string, ReactNode]]),
    ...Object.entries(entity.identifiers).map(([register, values]): [string, ReactNode] => [
      REGISTERS[register]?.title ?? register,
      (typeof values === 'string' ? [{ value: values }] : values).map((dated) => (
        <Identifier key={dated.value} register={register} {...dated} />
      )),
    ]),
    ...Object.entries(entity.attributes).map(([name, value]): [string, ReactNode] => [
      name,
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
    ['Collection', entity.collection],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value], position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two facts may bear one name, and their order is fixed
        <Fragment key={position}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
