/** Payloads of `launchlog.tsv` and `psatcat.tsv`: what they are, whose, in which programme, and who registered them. */
import type { Entity } from '../contract/records.js';
import { parsePeriod } from '../model/period.js';
import { type GcatDraft, POSSIBLY } from './gcat-draft.js';
import { optional } from './gcat-history.js';
import { attribute, classesOf } from './gcat-names.js';
import { codesIn, type GcatOrganisations } from './gcat-organisations.js';
import { dateIn, lifeOf } from './gcat-row-dates.js';
import type { GcatRow } from './gcat-tables.js';
import { categoriesOf, outcomeOf, RESULTS } from './gcat-words.js';

const DOUBTFUL = 4;

/** Why a payload is in the extract of one state. */
export type Selection = 'own' | 'foreign';

export class GcatPayloads {
  readonly #draft: GcatDraft;
  readonly #organisations: GcatOrganisations;

  constructor(draft: GcatDraft, organisations: GcatOrganisations) {
    this.#draft = draft;
    this.#organisations = organisations;
  }

  /** One of launchlog.tsv, with what psatcat.tsv says of it. */
  makeLaunched(
    row: GcatRow,
    details: GcatRow | undefined,
    launch: string | undefined,
    selection: Selection,
  ): void {
    this.#add(row, details, selection);
    this.#tieLaunched(row, details, launch);
  }

  /** One that psatcat.tsv alone lists. */
  makeUnlaunched(details: GcatRow): void {
    this.#add(undefined, details, 'own');
    this.#tieDetails(this.#idOf(details), details);
  }

  #idOf(row: GcatRow): string {
    return this.#draft.id('payloads', row.get('JCAT')!);
  }

  #add(row: GcatRow | undefined, details: GcatRow | undefined, selection: Selection): void {
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
        id: this.#idOf(source),
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
        ...optional('period', lifeOf(row, details, this.#draft.notes)),
      },
      source,
      `JCAT ${jcat}`,
      'Lists it, with its dates and class',
    );
  }

  /** What launchlog.tsv says of a payload, and then psatcat.tsv. */
  #tieLaunched(row: GcatRow, details: GcatRow | undefined, launch: string | undefined): void {
    const id = this.#idOf(row);
    const at = `JCAT ${row.get('JCAT')}`;
    const period = lifeOf(row, details, this.#draft.notes);
    if (launch !== undefined) {
      const { outcome } = outcomeOf(row.get('Launch_Code'));
      this.#draft.relate({
        from: launch,
        types: ['carried'],
        to: id,
        period: dateIn(row, 'Launch_Date', this.#draft.notes),
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

  #tieDetails(id: string, details: GcatRow, period = lifeOf(undefined, details, this.#draft.notes)): void {
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
}

/** The state of a registration: in brackets where it should register and has not. */
export function stateInRegister(text: string | undefined): string | undefined {
  const code = text?.replace(/[[\]*?]/g, '').trim();
  return code === undefined || code === '' || code === '-' ? undefined : code;
}
