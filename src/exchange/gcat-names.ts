/** Names, places and classes of the General Catalog in this graph's shapes. */
import type { Entity } from '../contract/records.js';
import type { GcatRow } from './gcat-tables.js';
import type { ImportNotes } from './import-notes.js';

const HAN = /\p{Script=Han}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The name of a row for readers of English, the names in other scripts by language, and the rest as aliases. */
export function namesOf(row: GcatRow): Pick<Entity, 'name' | 'names' | 'aliases'> {
  const given = row.get('Name');
  const english = row.get('EName');
  const native = row.get('UName');
  const name = english ?? row.get('ShortEName') ?? given ?? row.get('ShortName') ?? native ?? 'unnamed';
  const names: Record<string, string> = {};
  const language = native === undefined ? undefined : languageOf(native, row.get('StateCode'));
  if (language !== undefined) names[language] = native!;
  const used = new Set([name, ...Object.values(names)]);
  const others = [given, native, row.get('ShortEName'), row.get('ShortName')];
  const aliases = [...new Set(others.filter((each) => each !== undefined && !used.has(each)))] as string[];
  return { name, names, aliases };
}

/** The language of a name by its script, where script and state leave no doubt. */
function languageOf(name: string, state: string | undefined): string | undefined {
  if (HANGUL.test(name)) return 'ko';
  if (KANA.test(name) || (HAN.test(name) && state === 'J')) return 'ja';
  if (HAN.test(name)) return 'zh';
  if (CYRILLIC.test(name)) return state === 'RU' || state === 'SU' ? 'ru' : 'und-Cyrl';
  return undefined;
}

/** The one world but the Earth that launches were made from. */
const MOON = 'LUNA';

/** Degrees of error up to which a place is exact, a site, a city: about 50 m, 1 km, 50 km. */
const EXACT = 0.0005;
const SITE = 0.01;
const CITY = 0.5;

/**
 * Where a row lies, no more exact than its error in degrees says. Undefined without coordinates, where the error is 0 (the
 * catalogue has no position there), and on the Moon, whose degrees would be taken for the Earth's.
 */
export function placeOf(row: GcatRow, notes: ImportNotes): Entity['place'] {
  const [lat, lon, error] = ['Latitude', 'Longitude', 'Error'].map((column) =>
    Number(row.get(column) ?? Number.NaN),
  ) as [number, number, number];
  if (row.get('Latitude') === undefined || row.get('Longitude') === undefined) return undefined;
  if (error === 0 || row.get('StateCode') === MOON) return undefined;
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 360)) {
    notes.add('Positions left out: no degrees of latitude and longitude', row.place);
    return undefined;
  }
  return {
    name: row.get('Location') ?? row.get('Name') ?? row.get('ShortName') ?? 'unnamed',
    lat,
    lon: lon < -180 ? lon + 360 : lon > 180 ? lon - 360 : lon,
    precision: error <= EXACT ? 'exact' : error <= SITE ? 'site' : error <= CITY ? 'city' : 'country',
  };
}

const CLASSES: Readonly<Record<string, string>> = {
  A: 'academic or amateur',
  B: 'commercial',
  C: 'civil',
  D: 'military',
};

/** The class letters in words; two letters are two classes. An unknown letter is kept as it is, and noted. */
export function classesOf(row: GcatRow, notes: ImportNotes): string[] {
  return [...(row.get('Class') ?? '')].map((letter) => {
    if (CLASSES[letter] === undefined)
      notes.add('Classes that the catalogue does not explain', `${row.place} (${letter})`);
    return CLASSES[letter] ?? letter;
  });
}

/** One value as it is, several as a list, none as nothing. */
export function attribute(name: string, values: readonly string[]): Entity['attributes'] {
  if (values.length === 0) return {};
  return { [name]: values.length === 1 ? values[0]! : [...values] };
}
