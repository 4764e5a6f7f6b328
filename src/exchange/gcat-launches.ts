/** Launches, vehicles, payloads and programmes of `launchlog.tsv` and `psatcat.tsv`. */
import type { Entity } from '../contract/records.js';
import { PeriodError, parsePeriod } from '../model/period.js';
import { vagueDate, vaguePeriod } from './gcat-dates.js';
import { type GcatDraft, POSSIBLY } from './gcat-draft.js';
import { optional } from './gcat-history.js';
import { attribute, classesOf } from './gcat-names.js';
import { codesIn, type GcatOrganisations } from './gcat-organisations.js';
import type { GcatPlaces } from './gcat-places.js';
import type { GcatRow, GcatTable } from './gcat-tables.js';
import { categoriesOf, outcomeOf, RESULTS } from './gcat-words.js';

const DOUBTFUL = 4;

/** Why a payload is in the extract of one state. */
type Selection = 'own' | 'foreign';

export class GcatLaunches {
  readonly #launchlog: GcatTable;
  readonly #psatcat: GcatTable;
  readonly #draft: GcatDraft;
  readonly #organisations: GcatOrganisations;
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
      this.#makePayload(row, details, selection);
      this.#tiePayload(row, details, launch);
    }
    for (const details of this.#psatcat.rows) {
      if (this.#launchlog.byKey.has(details.get('JCAT')!)) continue;
      const state = stateInRegister(details.get('UNState'));
      if (states !== undefined && !(state !== undefined && states.has(state))) continue;
      notes.add('Payloads of psatcat.tsv that launchlog.tsv lacks: without launch and owner', details.place);
      this.#makePayload(undefined, details, 'own');
      this.#tieDetails(this.#payload(details), details);
    }
  }

  #selectionOf(row: GcatRow): Selection | undefined {
    if (this.#states === undefined || this.#states.has(row.get('SatState') ?? '')) return 'own';
    return this.#states.has(row.get('LVState') ?? '') ? 'foreign' : undefined;
  }

  #payload(row: GcatRow): string {
    return this.#draft.id('payloads', row.get('JCAT')!);
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
    const period = this.#date(row, 'Launch_Date');
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

  #makePayload(row: GcatRow | undefined, details: GcatRow | undefined, selection: Selection): void {
    const source = (row ?? details)!;
    const jcat = source.get('JCAT')!;
    const type = row?.get('Type') ?? '';
    // Byte 2 of the type tells ships that people can enter; codes other than O are not bound for an orbit of the Earth.
    const isCraft = /^P[HP]/.test(type) || /^[DX]/.test(row?.get('Launch_Code') ?? '');
    const names = [row?.get('Name'), row?.get('PLName'), details?.get('Name')].filter(
      (name) => name !== undefined,
    );
    const name = names[0] ?? `Payload ${jcat}`;
    const number = /^S0*(\d+)$/.exec(jcat)?.[1];
    const unState = details?.get('UNState');
    const result = details?.get('Result');
    this.#draft.add(
      {
        id: this.#payload(source),
        kind: isCraft ? 'spacecraft' : 'satellite',
        name,
        aliases: [...new Set(names)].filter((each) => each !== name),
        identifiers: {
          gcat: jcat,
          ...optional('cospar', source.get('Piece')),
          ...optional('satcat', number),
        } as Entity['identifiers'],
        attributes: {
          ...attribute('class', details === undefined ? [] : classesOf(details, this.#draft.notes)),
          ...categoriesOf(details?.get('Category')),
          ...optional('state', row?.get('SatState')),
          ...optional('result', result === undefined ? undefined : (RESULTS[result] ?? result)),
          ...optional(
            'notRegistered',
            unState?.startsWith('[') ? `expected of ${stateInRegister(unState)}` : undefined,
          ),
          ...optional(
            'extract',
            selection === 'foreign' ? 'foreign payload on a vehicle of the state' : undefined,
          ),
        } as Entity['attributes'],
        ...optional('period', this.#life(row, details)),
      },
      source,
      `JCAT ${jcat}`,
      'Lists it, with its dates and class',
    );
  }

  /** What launchlog.tsv says of a payload, and then psatcat.tsv. */
  #tiePayload(row: GcatRow, details: GcatRow | undefined, launch: string | undefined): void {
    const id = this.#payload(row);
    const at = `JCAT ${row.get('JCAT')}`;
    const period = this.#life(row, details);
    if (launch !== undefined) {
      const { outcome } = outcomeOf(row.get('Launch_Code'));
      this.#draft.relate({
        from: launch,
        types: ['carried'],
        to: id,
        period: this.#date(row, 'Launch_Date'),
        attributes: outcome === undefined ? {} : { outcome },
        row,
        at,
        says: 'Lists it among the payloads of the launch',
      });
    }
    const isMilitary = details?.get('Class')?.includes('D') === true;
    for (const { code, doubt } of codesIn(row.get('SatOwner'))) {
      const ended = this.#organisations.ended(code);
      const isLate =
        ended !== undefined &&
        period !== undefined &&
        parsePeriod(period).startMin > parsePeriod(ended.date).endMax;
      this.#draft.relate({
        from: id,
        types: ['belongs-to'],
        to: this.#organisations.made(code, row),
        period,
        row,
        at,
        says: `Gives its owner or operator: ${code}${doubt ? ', with doubt' : ''}${isLate ? `. ${ended.reason}` : ''}`,
        // Armed forces do not publish what is theirs: the catalogue infers it.
        credibility: isLate ? DOUBTFUL : doubt || isMilitary ? POSSIBLY : 2,
      });
    }
    if (details !== undefined) this.#tieDetails(id, details, period);
  }

  #tieDetails(id: string, details: GcatRow, period = this.#life(undefined, details)): void {
    const at = `JCAT ${details.get('JCAT')}`;
    const programme = details.get('Program');
    if (programme !== undefined) {
      const to = this.#draft.id('programmes', programme);
      this.#draft.add(
        { id: to, kind: 'programme', name: programme, identifiers: { gcat: programme } },
        details,
        at,
        'Names the programme',
      );
      this.#draft.relate({
        from: id,
        types: ['part-of'],
        to,
        period,
        row: details,
        at,
        says: `Gives the programme or series: ${programme}`,
      });
    }
    const unState = details.get('UNState');
    const state = stateInRegister(unState);
    if (state === undefined || unState?.startsWith('[')) return;
    this.#draft.relate({
      from: id,
      types: ['registered-by'],
      to: this.#organisations.made(state, details),
      attributes: optional('document', details.get('UNReg')) as Record<string, string>,
      row: details,
      at,
      says: 'Gives the state that registered it with the United Nations',
    });
  }

  /** From launch to end of operation; on one day when it never reached orbit. */
  #life(row: GcatRow | undefined, details: GcatRow | undefined): string | undefined {
    const start = details?.get('LDate') ?? row?.get('Launch_Date');
    const stop = details?.get('TOp');
    const source = (details ?? row)!;
    try {
      if (row?.get('JCAT')?.startsWith('F') === true) return vagueDate(start);
      return vaguePeriod(start, stop);
    } catch (error) {
      if (!(error instanceof PeriodError)) throw error;
      this.#draft.notes.add(
        'Dates that cannot be read, taken for unknown',
        `${source.place} (${error.message})`,
      );
      return this.#date(row ?? source, row === undefined ? 'LDate' : 'Launch_Date', true);
    }
  }

  /** One date of a row; with `open` as the start of an interval whose end is not known. */
  #date(row: GcatRow, column: string, open = false): string | undefined {
    try {
      const date = vagueDate(row.get(column));
      return date === undefined || !open ? date : `${date}/`;
    } catch (error) {
      if (!(error instanceof PeriodError)) throw error;
      this.#draft.notes.add(
        'Dates that cannot be read, taken for unknown',
        `${row.place} (${error.message})`,
      );
      return undefined;
    }
  }
}

/** The state of a registration: in brackets where it should register and has not. */
function stateInRegister(text: string | undefined): string | undefined {
  const code = text?.replace(/[[\]*?]/g, '').trim();
  return code === undefined || code === '' || code === '-' ? undefined : code;
}
