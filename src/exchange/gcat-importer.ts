/** Reads Jonathan McDowell's General Catalog of Artificial Space Objects: a folder of tables becomes one graph. */
import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.js';
import type { Source } from '../contract/records.js';
import type { Dataset } from '../model/dataset.js';
import { parseDate, periodFault } from '../model/period.js';
import { GcatDraft, type ImportTarget } from './gcat-draft.js';
import { GcatLaunches } from './gcat-launches.js';
import { GCAT, gcatOntology } from './gcat-ontology.js';
import { GcatOrganisations } from './gcat-organisations.js';
import { GcatPlaces } from './gcat-places.js';
import { GCAT_TABLE_NAMES, type GcatTable, type GcatTableName, readGcatTable } from './gcat-tables.js';
import type { GcatIdentities } from './identities.js';
import { ImportNotes } from './import-notes.js';

export interface GcatOptions {
  /** Code of a state: its organisations and payloads, and foreign payloads on its vehicles. All without. */
  state?: string | undefined;
  /** The graph to join; without one the catalogue stands alone, in its own words. */
  target?: ImportTarget | undefined;
  identities?: GcatIdentities | undefined;
  /** Date of update of tables that do not say it themselves. */
  updated?: Readonly<Record<string, string>> | undefined;
}

const TITLES: Record<GcatTableName, string> = {
  orgs: 'organisations',
  sites: 'launch sites',
  platforms: 'launch platforms',
  launchlog: 'launch log of payloads',
  psatcat: 'payload catalogue',
};

const ALONE: ImportTarget = { ontology: gcatOntology(), kindOf: () => undefined, joins: () => false };

/** The files of a catalogue's folder. */
export const GCAT_FILES = GCAT_TABLE_NAMES.map((name) => `${name}.tsv`);

/**
 * Reads the tables by file name. What is missing or damaged is left out, counted and named in `warnings`. The same bytes and
 * options give the same records, and a part gives every entity the id that the whole gives it. O(rows); the world takes seconds.
 *
 * @throws AppError `data-faulty` when no row of any table can be read; `invalid-parameter` for a state that has no row, and a bad date
 */
export function importGcat(files: ReadonlyMap<string, Uint8Array>, options: GcatOptions = {}): Dataset {
  const { state, target = ALONE, identities = new Map(), updated = {} } = options;
  checkUpdated(updated);
  const notes = new ImportNotes();
  const tables = Object.fromEntries(
    GCAT_TABLE_NAMES.map((name) => [name, readGcatTable(name, files.get(`${name}.tsv`), notes)]),
  ) as Record<GcatTableName, GcatTable>;
  if (Object.values(tables).every(({ rows }) => rows.length === 0))
    throw new AppError('data-faulty', ['No table can be read.', ...notes.sentences()].join('\n'), {
      faults: [],
    });
  const draft = new GcatDraft(target, identities, notes);
  const organisations = new GcatOrganisations(tables.orgs, draft);
  const sites = new GcatPlaces('sites', tables.sites, draft, organisations);
  const platforms = new GcatPlaces('platforms', tables.platforms, draft, organisations);
  const launches = new GcatLaunches(tables, draft, organisations, { sites, platforms });

  if (state !== undefined && !tables.orgs.byKey.has(state))
    throw new AppError(
      'invalid-parameter',
      `state: orgs.tsv has no state '${state}'. Give a code such as CN.`,
      {
        parameter: 'state',
      },
    );
  const states = state === undefined ? undefined : organisations.codesOfState(state);
  organisations.wantAll(states);
  if (states === undefined) {
    sites.wantAll();
    platforms.wantAll();
  }
  launches.make(states);
  sites.makeRelations();
  platforms.makeRelations();
  organisations.make();

  const hash = createHash('sha256').update(JSON.stringify([state, updated, [...identities]]));
  for (const name of GCAT_FILES) hash.update(`\n${name}\n`).update(files.get(name) ?? '');
  const warnings = notes.sentences();
  return {
    ontology: target.ontology,
    collections: [
      {
        id: GCAT,
        title: 'General Catalog of Artificial Space Objects',
        description: `Organisations, launch sites, vehicles, launches and payloads${state === undefined ? '' : ` of ${state}, and foreign payloads on its vehicles`}, made from the catalogue’s tables by the importer.`,
        licence: 'CC-BY-4.0',
        attribution:
          'Jonathan C. McDowell, General Catalog of Artificial Space Objects, planet4589.org/space/gcat',
        maintainer: 'The Asterism authors',
      },
    ],
    sources: new Map(
      GCAT_TABLE_NAMES.filter((name) => draft.usedTables.has(name)).map((name) => {
        const source = sourceOf(name, tables[name].updated ?? updated[name]);
        return [source.id, source];
      }),
    ),
    entities: draft.entities,
    relations: draft.relations,
    revision: hash.digest('hex').slice(0, 12),
    ...(warnings.length === 0 ? {} : { warnings }),
  };
}

function sourceOf(name: GcatTableName, date: string | undefined): Source {
  return {
    id: `${GCAT}-${name}`,
    title: `General Catalog of Artificial Space Objects: ${TITLES[name]} (${name}.tsv)`,
    form: 'dataset',
    authors: ['Jonathan C. McDowell'],
    publisher: 'planet4589.org',
    ...(date === undefined ? {} : { date }),
    url: 'https://planet4589.org/space/gcat/',
    reliability: 'B',
    language: 'en',
    licence: 'CC-BY-4.0',
    derivedFrom: 'unknown',
    note: 'The standard public catalogue of its field, kept by one astronomer for decades and corrected in the open: usually reliable. It does not say row by row what a value rests on, hence of unknown origin. Claims are graded 2; 3 where the catalogue doubts (a question mark) or has to infer, as it does for owners of military payloads; 4 for an owner that had been dissolved.',
    collection: GCAT,
  };
}

function checkUpdated(updated: Readonly<Record<string, string>>): void {
  for (const [name, date] of Object.entries(updated)) {
    const known = GCAT_TABLE_NAMES.some((each) => each === name);
    if (!known)
      throw new AppError(
        'invalid-parameter',
        `updated: there is no table '${name}'. Known: ${GCAT_TABLE_NAMES.join(', ')}.`,
        { parameter: 'updated' },
      );
    const fault = periodFault(parseDate, date);
    if (fault !== undefined)
      throw new AppError('invalid-parameter', `updated: ${fault}.`, { parameter: 'updated' });
  }
}
