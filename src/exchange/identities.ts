/** The table that says which entity of a graph a code of the General Catalog stands for, and why. */
import Papa from 'papaparse';
import type { Fault } from '../contract/answers.js';
import { AppError } from '../contract/errors.js';
import { didYouMean } from '../model/nearest.js';

const NAMESPACES = ['orgs', 'sites', 'platforms', 'vehicles', 'launches', 'programmes', 'payloads'] as const;
export type GcatNamespace = (typeof NAMESPACES)[number];

/** Entity by `namespace code`, such as `orgs CALT`. */
export type GcatIdentities = ReadonlyMap<string, string>;

const HEADER = ['table', 'code', 'entity', 'reason'];

/**
 * Reads the CSV table `table,code,entity,reason`. Every row needs all four: a match without its reason cannot be checked.
 *
 * @param entities of the graph, by id
 * @throws AppError `data-faulty` with every fault and its line
 */
export function readIdentities(
  text: string,
  fileName: string,
  entities: ReadonlyMap<string, unknown>,
): GcatIdentities {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trimEnd(), { delimiter: ',' });
  const faults: Fault[] = [];
  const identities = new Map<string, string>();
  const fault = (line: number, message: string) => faults.push({ file: fileName, line, column: 1, message });
  if (data[0]?.join() !== HEADER.join()) fault(1, `the header must read ${HEADER.join(',')}`);
  for (const [i, row] of data.entries()) {
    if (i === 0) continue;
    const [namespace = '', code = '', entity = '', reason = ''] = row.map((cell) => cell.trim());
    const key = `${namespace} ${code}`;
    if (row.length !== HEADER.length || [code, entity, reason].includes(''))
      fault(i + 1, `a row has table, code, entity and reason, none of them empty`);
    else if (!NAMESPACES.some((each) => each === namespace))
      fault(i + 1, `there is no table ${namespace}; known are ${NAMESPACES.join(', ')}`);
    else if (identities.has(key)) fault(i + 1, `${key} is given twice`);
    else if (!entities.has(entity))
      fault(i + 1, `no entity has the id ${entity}${didYouMean(entity, entities.keys())}`);
    else identities.set(key, entity);
  }
  if (faults.length > 0)
    throw new AppError(
      'data-faulty',
      `${fileName} has ${faults.length === 1 ? 'one fault' : `${faults.length} faults`}: line ${faults[0]!.line}, ${faults[0]!.message}`,
      { faults },
    );
  return identities;
}
