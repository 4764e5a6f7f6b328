/** Finding a relation or a source by its id; who mistypes it is told the nearest ones. */
import { AppError, type ErrorCode } from '../contract/errors.js';
import type { Source } from '../contract/records.js';
import type { KnowledgeGraph } from '../graph/knowledge-graph.js';
import { nearestWords } from '../model/nearest.js';

/** Position of the relation with this id. @throws AppError `unknown-relation` with the nearest ids */
export function findRelation({ relationPosition }: KnowledgeGraph, id: string): number {
  return relationPosition.get(id) ?? refuse('unknown-relation', 'relation', id, relationPosition.keys());
}

/** The source with this id. @throws AppError `unknown-source` with the nearest ids */
export function findSource({ sources }: KnowledgeGraph, id: string): Source {
  return sources.get(id) ?? refuse('unknown-source', 'source', id, sources.keys());
}

function refuse(code: ErrorCode, what: string, id: string, known: Iterable<string>): never {
  const nearest = nearestWords(id, known, 3);
  const remedy = nearest.length === 0 ? '' : ` Nearest: ${nearest.join(', ')}.`;
  throw new AppError(code, `There is no ${what} '${id}'.${remedy}`, { nearest });
}
