/** The coverage of the data as a table: a column a collection, and one for all. */
import type { Answer } from '../contract/questions.js';
import type { Page } from './page.js';
import { grouped, percent } from './words.js';

type Audit = Answer<'audit'>;
type Coverage = Audit['all'];

/** Languages that are told; the others are in the JSON. */
const LANGUAGES = 3;

export function printAudit({ collections, all }: Audit, page: Page): void {
  const columns = [...Object.entries(collections), ['in all', all] as const];
  const row = (title: string, read: (coverage: Coverage) => string) => [
    title,
    ...columns.map(([, coverage]) => read(coverage)),
  ];
  const share = (count: number, of: number) => (of === 0 ? '' : `${grouped(count)} (${percent(count / of)})`);
  const ofEntities = (read: (coverage: Coverage) => number) => (coverage: Coverage) =>
    share(read(coverage), coverage.entities);
  const ofRelations = (read: (coverage: Coverage) => number) => (coverage: Coverage) =>
    share(read(coverage), coverage.relations);
  page.heading('Coverage');
  page.table(
    [{ title: '' }, ...columns.map(([title]) => ({ title, align: 'right' as const }))],
    [
      row('entities', ({ entities }) => grouped(entities)),
      row('relations', ({ relations }) => grouped(relations)),
      row('claims', ({ claims }) => grouped(claims)),
      row('publications', ({ publications }) => grouped(publications)),
      row(
        'relations on one source',
        ofRelations(({ oneSource }) => oneSource),
      ),
      row(
        'on two origins or more',
        ofRelations(({ independent }) => independent),
      ),
      row(
        'undated',
        ofRelations(({ undated }) => undated),
      ),
      row(
        'disputed or not actual',
        ofRelations(({ contested }) => contested),
      ),
      row(
        'beyond the life of an end',
        ofRelations(({ outOfTime }) => outOfTime),
      ),
      ...Object.keys(all.names)
        .slice(0, LANGUAGES)
        .map((language) =>
          row(
            `entities named in ${language}`,
            ofEntities(({ names }) => names[language] ?? 0),
          ),
        ),
      row(
        'without a relation',
        ofEntities(({ orphans }) => orphans),
      ),
      row(
        'in the largest component',
        ofEntities(({ largestComponent }) => largestComponent),
      ),
    ],
    2,
  );
  page.heading('Publications with most claims');
  page.table(
    [{ title: '' }, { title: '' }, { title: 'claims', align: 'right' }, { title: 'share', align: 'right' }],
    Object.entries(collections).flatMap(([id, { largestShares, claims: of }]) =>
      largestShares.map(({ title, claims }, i) => [
        i === 0 ? id : '',
        title,
        grouped(claims),
        percent(claims / of),
      ]),
    ),
    2,
  );
}
