/** A ranking as a CSV file. */
import type { Answer } from '../../../src/contract/questions.js';
import { saveBlob } from '../share/save-file.js';
import { csvText } from './csv-text.js';

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
  saveBlob(
    `ranking-${measures.map(({ id }) => id).join('-')}-${revision.slice(0, 8)}.csv`,
    new Blob([csvText([head, ...body])], { type: 'text/csv;charset=utf-8' }),
  );
}
