/** A ranking as a CSV file. */
import type { Answer } from '../../../src/contract/questions.js';
import { saveCsv } from '../share/save-file.js';

type Ranking = Answer<'rank'>;

/** The rows as shown, every figure in full. */
export function saveRanking({ measures, revision, sensitivity }: Ranking, rows: Ranking['rows']): void {
  const ids = measures.map(({ id }) => id);
  const hasDependence = rows.some(({ dependence }) => dependence !== undefined);
  const head = [
    'id',
    'name',
    'kind',
    ...ids.flatMap((id) => [id, `${id} rank`]),
    ...(sensitivity === undefined
      ? []
      : ids.flatMap((id) => [`${id} rank from`, `${id} rank to`, `${id} share in top ${sensitivity.topOf}`])),
    ...(hasDependence ? ['rests most on', 'rank without it'] : []),
  ];
  const body = rows.map((row) => [
    row.id,
    row.name,
    row.kind,
    ...ids.flatMap((id) => [row.values[id], row.rank[id]]),
    ...(sensitivity === undefined
      ? []
      : ids.flatMap((id) => [row.interval?.[id]?.[0], row.interval?.[id]?.[1], row.topShare?.[id]])),
    ...(hasDependence ? [row.dependence?.source, row.dependence?.rank] : []),
  ]);
  saveCsv(`ranking ${ids.join(' ')}`, revision, [head, ...body]);
}
