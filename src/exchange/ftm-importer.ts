/** Reads FollowTheMoney entities, one a line: things become entities, schemata that join two things become relations. */
import type { Dataset } from '../model/dataset.js';
import { Ontology } from '../model/ontology.js';
import type { Attributes, AttributeValue } from './attribute-values.js';
import { isPeriod } from './columns.js';
import type { DraftGraph } from './draft-graph.js';
import { DEFAULT_KIND } from './file-ontology.js';
import { FTM_LINKS } from './ftm-schemata.js';
import type { Importer } from './importer.js';
import { idOf, isObject, type Json, readJsonLines } from './json-values.js';

/** Properties that say what a field of ours says, and those of them that stay lists. */
const FIELDS = new Map([
  ['alias', 'aliases'],
  ['previousName', 'formerNames'],
  ['wikidataId', 'identifier:wikidata'],
  ['percentage', 'stake'],
]);
const LISTS = new Set(['aliases', 'formerNames']);

export const ftmImporter: Importer = {
  id: 'ftm',
  extensions: ['.ftm.json', '.ftm', '.ijson'],
  read: (bytes, fileName) => withSchemata(readJsonLines(bytes, fileName, addRecord)),
};

/** Kinds and types are schemata here, so that the exporter knows them again. */
function withSchemata(dataset: Dataset): Dataset {
  const { record } = dataset.ontology;
  const kinds = record.kinds.map((kind) => ({ ...kind, ftm: kind.id === DEFAULT_KIND ? kind.ftm : kind.id }));
  const types = record.types.map((type) => ({
    ...type,
    ftm: Object.hasOwn(FTM_LINKS, type.id) ? type.id : type.ftm,
  }));
  return { ...dataset, ontology: new Ontology({ ...record, kinds, types }) };
}

function addRecord({ id, schema, properties }: Json, draft: DraftGraph): void {
  const key = idOf(id);
  if (key === undefined || typeof schema !== 'string' || !isObject(properties)) {
    draft.fault('an entity wants id, schema and properties; is this another format?');
    return;
  }
  const values = new Map(Object.entries(properties).map(([name, given]) => [name, textsOf(given)]));
  const link = Object.hasOwn(FTM_LINKS, schema) ? FTM_LINKS[schema] : undefined;
  if (link === undefined) {
    const [name, ...others] = values.get('name') ?? [];
    if (others.length > 0) values.set('alias', [...others, ...(values.get('alias') ?? [])]);
    values.delete('name');
    draft.addNode(key, {
      ...attributesOf(values, draft),
      kind: schema,
      ...(name === undefined ? {} : { name }),
    });
    return;
  }
  const [from, to] = [values.get(link.from) ?? [], values.get(link.to) ?? []];
  if (from.length === 0 || to.length === 0) {
    draft.fault(`${schema} has no ${from.length === 0 ? link.from : link.to}; name an entity by id`);
    return;
  }
  for (const used of [link.from, link.to]) values.delete(used);
  const [role] = schema === 'UnknownLink' ? (values.get('role') ?? []) : [];
  if (role !== undefined) values.delete('role');
  const period = takePeriod(values);
  const attributes: Attributes = {
    ...attributesOf(values, draft),
    relation: role ?? schema,
    ...(period === undefined ? {} : { period }),
  };
  const several = from.length * to.length > 1;
  for (const tail of from)
    for (const head of to)
      draft.addEdge({ id: several ? undefined : key, from: tail, to: head, directed: true, attributes });
}

/** Start and end as an interval, the one that is missing unknown; a single date as it is. */
function takePeriod(values: Map<string, readonly string[]>): string | undefined {
  const [start, end, date] = ['startDate', 'endDate', 'date'].map((name) => values.get(name)?.[0]);
  const period = start === undefined && end === undefined ? date : `${start ?? ''}/${end ?? ''}`;
  if (period === undefined || !isPeriod(period)) return undefined;
  for (const name of period === date ? ['date'] : ['startDate', 'endDate']) values.delete(name);
  return period;
}

function attributesOf(values: ReadonlyMap<string, readonly string[]>, draft: DraftGraph): Attributes {
  const attributes: Attributes = {};
  for (const [name, texts] of values) {
    const field = FIELDS.get(name) ?? name;
    const value: AttributeValue | undefined = texts.length === 1 && !LISTS.has(field) ? texts[0] : [...texts];
    draft.set(attributes, field, value);
  }
  return attributes;
}

/** Values are lists of texts; a single text, which some programs write, is one. */
function textsOf(given: unknown): string[] {
  return (Array.isArray(given) ? given : [given]).flatMap((value) => idOf(value) ?? []);
}
