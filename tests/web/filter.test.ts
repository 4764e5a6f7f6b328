/** Which rows a view shows, against sets written by hand. */
import { describe, expect, it } from 'vitest';
import { applyFilters, hiddenBy, passesOthers } from '../../web/src/graph/filter.js';
import { countMarks, judge, momentsOf } from '../../web/src/time/moments.js';
import type { View } from '../../web/src/view.js';
import { columns, ontology } from './small-sky.js';

const shownBy = (view: View) => {
  const shown = applyFilters(columns, ontology, view);
  const rows = (ids: readonly string[], bits: Uint16Array) =>
    ids.filter((_, row) => bits[row] === 0).join(' ');
  return {
    entities: rows(columns.entities.id, shown.entities),
    relations: rows(columns.relations.id, shown.relations),
    shown,
  };
};

describe('filters of the page', () => {
  it('hide nothing by default', () => {
    const { entities, relations, shown } = shownBy({});
    expect(entities).toBe('a b c d e');
    expect(relations).toBe('ab bc ca da aa ce');
    expect([shown.visibleEntities, shown.visibleRelations, shown.undated]).toEqual([5, 6, 3]);
  });

  it('take a kind with its descendants, and relations fall with their ends', () => {
    expect(shownBy({ kind: 'company' })).toMatchObject({ entities: 'b c', relations: 'bc' });
  });

  it('take types, statuses and collections literally', () => {
    expect(shownBy({ type: 'commands,allied-with' }).relations).toBe('ab ca da');
    expect(shownBy({ status: 'actual' })).toMatchObject({ entities: 'a b c e', relations: 'ab bc ca aa ce' });
    expect(shownBy({ collection: 'one' })).toMatchObject({ entities: 'a b e', relations: 'ab aa' });
  });

  it('keep a confidence of 0 at least 0 and hide what cannot be judged', () => {
    expect(shownBy({ minConfidence: '0' }).relations).toBe('ab bc ca aa ce');
    expect(shownBy({ minConfidence: '0.5' }).relations).toBe('ab aa ce');
  });

  it('read the date three-valued: undated may hold, and an entity that is not there yet takes its relations along', () => {
    expect(shownBy({ asOf: '2018' })).toMatchObject({ entities: 'a b d e', relations: 'ab aa' });
    expect(shownBy({ asOf: '2018' }).shown.mayHold).toBe(1);
    expect(shownBy({ asOf: '2018', certainOnly: 'true' }).relations).toBe('ab');
    expect(shownBy({ asOf: '2025' }).relations).toBe('bc ca aa ce');
  });

  it('compare two dates: what held on either stays, marked as begun or ended, surely or perhaps; undated is neither', () => {
    const { entities, relations, shown } = shownBy({ since: '2018', until: '2025', asOf: '2018' });
    expect([entities, relations]).toEqual(['a b c d e', 'ab bc ca aa ce']);
    const marks = Object.fromEntries(columns.relations.id.map((id, row) => [id, shown.relationMarks[row]]));
    expect(marks).toMatchObject({ ab: 'ended', ca: 'began', bc: undefined, aa: undefined });
    expect(shown.entityMarks).toEqual([undefined, undefined, 'began', undefined, undefined]);
    expect(shownBy({ since: '2025', until: '2018' }).relations).toBe('ab bc ca da aa ce');
    expect(judge('2018/', momentsOf({ since: '2016', until: '2020' })).mark).toBe('perhaps-began');
    expect(judge('/2018', momentsOf({ since: '2016', until: '2020' })).mark).toBe('perhaps-ended');
    expect(judge('2017/2018', momentsOf({ since: '2016', until: '2020' })).refused).toBe(true);
    const counts = countMarks(shown.relationMarks, shown.relations);
    expect([counts.get('began'), counts.get('ended'), counts.get(undefined)]).toEqual([1, 1, 3]);
  });

  it('mark what may hold on a date, hide the undated, and doubt only entities that are dated', () => {
    const { shown } = shownBy({ asOf: '2018' });
    expect(columns.relations.id.filter((_, row) => shown.relationMarks[row] === 'may-hold')).toEqual([
      'bc',
      'aa',
      'ce',
    ]);
    expect(shownBy({ datedOnly: 'true' }).relations).toBe('ab ca da');
    const period = [null, null, '2022~/..', null, null];
    const doubted = { ...columns, entities: { ...columns.entities, period } };
    const visible = (view: View) => applyFilters(doubted, ontology, view).visibleEntities;
    expect([visible({ asOf: '2022' }), visible({ asOf: '2022', certainOnly: 'true' })]).toEqual([5, 4]);
  });

  it('know by a date what had been published, and in a lens of tied entities only who had a tie', () => {
    const published = ['2015-05-01', '2021', null, '2016', null, null];
    const known = { ...columns, relations: { ...columns.relations, knownBy: published } };
    const shownOf = (tied?: string) => {
      const shown = applyFilters(known, ontology, {
        knownBy: '2015',
        ...(tied === undefined ? {} : { tied }),
      });
      return [shown.visibleRelations, shown.visibleEntities];
    };
    expect(shownOf()).toEqual([1, 5]);
    expect(shownOf('true')).toEqual([1, 2]);
    expect(hiddenBy(applyFilters(known, ontology, { knownBy: '2016' }), 'knownBy').relations).toBe(4);
  });

  it('keep the actual as ends of what is planned, and only as that', () => {
    const status = ['actual', 'actual', 'actual', 'planned', 'actual'] as const;
    const planned = { ...columns, entities: { ...columns.entities, status: [...status] } };
    const shown = applyFilters(planned, ontology, { status: 'planned' });
    const visible = (ids: readonly string[], bits: Uint16Array) => ids.filter((_, row) => bits[row] === 0);
    expect(visible(planned.entities.id, shown.entities)).toEqual(['a', 'd']);
    expect(visible(planned.relations.id, shown.relations)).toEqual(['da']);
    expect(hiddenBy(shown, 'status')).toEqual({ entities: 3, relations: 5 });
  });

  it('in a lens of tied entities leave out whom no filter leaves a tie, as a question does', () => {
    const tied = (view: View) => shownBy({ ...view, tied: 'true' });
    expect(tied({}).entities).toBe('a b c d e');
    expect(tied({ minConfidence: '0.5' })).toMatchObject({ entities: 'a b c e', relations: 'ab aa ce' });
    expect(hiddenBy(tied({ minConfidence: '0.5' }).shown, 'confidence').entities).toBe(1);
    // On a date only those who had a tie then; of two dates neither takes anybody away.
    expect(tied({ asOf: '2018', certainOnly: 'true' }).entities).toBe('a b');
    expect(tied({ since: '2018', until: '2025' }).entities).toBe('a b c d e');
    // No single filter parts b from all: one of its ties is of another type, the other too doubtful.
    const parted = tied({ minConfidence: '0.5', type: 'sells-to' });
    expect(parted).toMatchObject({ entities: 'a c e', relations: 'aa ce' });
    expect(passesOthers(parted.shown.relations[0]!, 'type')).toBe(true);
    expect(tied({ minConfidence: '0.5', expand: 'd' }).entities).toBe('a b c d e');
    expect(tied({ only: 'b,e' }).entities).toBe('b e');
  });

  it('show everything for a date that cannot be read', () => {
    expect(shownBy({ asOf: 'yesterday' }).relations).toBe('ab bc ca da aa ce');
  });

  it('focus on a neighbourhood, over relations that other filters let pass', () => {
    expect(shownBy({ focus: 'b' }).entities).toBe('a b c');
    expect(shownBy({ focus: 'b', depth: '2' }).entities).toBe('a b c d e');
    expect(shownBy({ focus: 'b', depth: '2', type: 'commands' })).toMatchObject({
      entities: 'a b d',
      relations: 'ab da',
    });
    expect(shownBy({ focus: 'nobody' }).entities).toBe('a b c d e');
  });

  it('say what each hides and what it alone decides', () => {
    const { shown } = shownBy({ kind: 'actor', status: 'actual' });
    expect(hiddenBy(shown, 'kind')).toEqual({ entities: 1, relations: 1 });
    expect(hiddenBy(shown, 'status')).toEqual({ entities: 1, relations: 1 });
    expect(hiddenBy(shown, 'date')).toEqual({ entities: 0, relations: 0 });
    expect(passesOthers(shown.entities[3]!, 'kind')).toBe(false);
    expect(passesOthers(shown.entities[1]!, 'kind')).toBe(true);
  });
});
