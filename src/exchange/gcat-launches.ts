/** Launches of `launchlog.tsv` with their vehicles, and which payloads are made: all, or those of a state. */
import type { Entity } from '../contract/records.js';
import { type GcatDraft, POSSIBLY } from './gcat-draft.js';
import { optional } from './gcat-history.js';
import { codesIn, type GcatOrganisations } from './gcat-organisations.js';
import { GcatPayloads, type Selection, stateInRegister } from './gcat-payloads.js';
import type { GcatPlaces } from './gcat-places.js';
import { dateIn } from './gcat-row-dates.js';
import type { GcatRow, GcatTable } from './gcat-tables.js';
import { outcomeOf } from './gcat-words.js';

export class GcatLaunches {
  readonly #launchlog: GcatTable;
  readonly #psatcat: GcatTable;
  readonly #draft: GcatDraft;
  readonly #organisations: GcatOrganisations;
  readonly #payloads: GcatPayloads;
  readonly #sites: GcatPlaces;
  readonly #platforms: GcatPlaces;
  readonly #vehicleStates = new Set<string>();
  #states: ReadonlySet<string> | undefined;

  constructor(
    tables: { launchlog: GcatTable; psatcat: GcatTable },
    draft: GcatDraft,
    organisations: GcatOrganisations,
    places: { sites: GcatPlaces; platforms: GcatPlaces },
  ) {
    this.#launchlog = tables.launchlog;
    this.#psatcat = tables.psatcat;
    this.#draft = draft;
    this.#organisations = organisations;
    this.#payloads = new GcatPayloads(draft, organisations);
    this.#sites = places.sites;
    this.#platforms = places.platforms;
    // Ids are claimed for all rows in their order, so that they are the same in every extract.
    for (const row of tables.launchlog.rows) {
      const [tag, vehicle] = [row.get('Launch_Tag'), row.get('LV_Type')];
      draft.id('payloads', row.get('JCAT')!);
      if (tag !== undefined) draft.id('launches', tag);
      if (vehicle !== undefined) draft.id('vehicles', vehicle);
    }
    for (const row of tables.psatcat.rows) {
      const programme = row.get('Program');
      draft.id('payloads', row.get('JCAT')!);
      if (programme !== undefined) draft.id('programmes', programme);
    }
  }

  /** Makes all of them, or those of a state: its payloads, and foreign ones on its vehicles. */
  make(states: ReadonlySet<string> | undefined): void {
    this.#states = states;
    const { notes } = this.#draft;
    const chosen = this.#launchlog.rows.flatMap((row) => {
      const selection = this.#selectionOf(row);
      return selection === undefined ? [] : [{ row, selection }];
    });
    for (const { row } of chosen) {
      const site = row.get('Launch_Site');
      const platform = codesIn(row.get('Platform'))[0]?.code;
      if (site !== undefined) this.#sites.want(site, row);
      if (platform !== undefined) this.#platforms.want(platform, row);
    }
    this.#sites.makeEntities();
    this.#platforms.makeEntities();
    for (const { row, selection } of chosen) {
      const details = this.#psatcat.byKey.get(row.get('JCAT')!);
      if (details === undefined)
        notes.add('Payloads of launchlog.tsv that psatcat.tsv lacks: without class and programme', row.place);
      const launch = this.#makeLaunch(row);
      this.#payloads.makeLaunched(row, details, launch, selection);
    }
    for (const details of this.#psatcat.rows) {
      if (this.#launchlog.byKey.has(details.get('JCAT')!)) continue;
      const state = stateInRegister(details.get('UNState'));
      if (states !== undefined && !(state !== undefined && states.has(state))) continue;
      notes.add('Payloads of psatcat.tsv that launchlog.tsv lacks: without launch and owner', details.place);
      this.#payloads.makeUnlaunched(details);
    }
  }

  #selectionOf(row: GcatRow): Selection | undefined {
    if (this.#states === undefined || this.#states.has(row.get('SatState') ?? '')) return 'own';
    return this.#states.has(row.get('LVState') ?? '') ? 'foreign' : undefined;
  }

  /** The launch of a row with its vehicle, site, platform and agency, made when it is first met. */
  #makeLaunch(row: GcatRow): string | undefined {
    const tag = row.get('Launch_Tag');
    if (tag === undefined) {
      this.#draft.notes.add('Payloads without a launch', row.place);
      return undefined;
    }
    const id = this.#draft.id('launches', tag);
    const isMade = this.#draft.kindOf(id) !== undefined && this.#draft.isOurs(id);
    if (isMade) return id;
    const at = `launch ${tag}`;
    const period = dateIn(row, 'Launch_Date', this.#draft.notes);
    const vehicle = row.get('LV_Type');
    this.#draft.add(
      {
        id,
        kind: 'launch',
        name: vehicle === undefined ? `Launch ${tag}` : `Launch ${tag} (${vehicle})`,
        identifiers: { cospar: tag },
        attributes: {
          ...outcomeOf(row.get('Launch_Code')),
          ...optional('flight', row.get('Flight_ID')),
          ...optional('pad', row.get('Launch_Pad')),
        } as Entity['attributes'],
        ...optional('period', period),
      },
      row,
      at,
      'Lists it, with its date and outcome',
    );
    const tie = (types: string[], to: string, says: string, attributes = {}) =>
      this.#draft.relate({ from: id, types, to, period, row, at, says, attributes });
    if (vehicle !== undefined) {
      const serial = row.get('Flight_ID');
      tie(['launched-by'], this.#makeVehicle(vehicle, row), 'Gives the vehicle', optional('serial', serial));
    }
    const site = row.get('Launch_Site');
    if (site !== undefined) tie(['launched-from'], this.#sites.want(site, row), 'Gives the site');
    for (const { code } of codesIn(row.get('Platform')))
      tie(['launched-from'], this.#platforms.want(code, row), 'Gives the platform');
    for (const { code, doubt } of codesIn(row.get('Agency')))
      this.#draft.relate({
        from: this.#organisations.made(code, row),
        types: ['conducts'],
        to: id,
        period,
        row,
        at,
        says: `Gives the launch agency: ${code}${doubt ? ', with doubt' : ''}`,
        ...(doubt ? { credibility: POSSIBLY } : {}),
      });
    return id;
  }

  #makeVehicle(name: string, row: GcatRow): string {
    const id = this.#draft.id('vehicles', name);
    const at = `launch ${row.get('Launch_Tag')}`;
    this.#draft.add(
      { id, kind: 'launch-vehicle', name, identifiers: { gcat: name } },
      row,
      at,
      'Names the vehicle',
    );
    for (const { code } of codesIn(row.get('LVState'))) {
      if (this.#vehicleStates.has(`${id} ${code}`)) continue;
      this.#vehicleStates.add(`${id} ${code}`);
      this.#draft.relate({
        from: id,
        types: ['belongs-to'],
        to: this.#organisations.made(code, row),
        row,
        at,
        says: 'Gives the state of the vehicle',
      });
    }
    return id;
  }
}
