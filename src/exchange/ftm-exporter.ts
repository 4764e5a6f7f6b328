/** Writes FollowTheMoney entities, one a line, as far as the ontology maps its words to schemata. */
import type { Entity } from '../contract/records.js';
import { type ExportedRelation, type Exporter, each } from './exporter.js';
import { FTM_LINKS, linkSchema } from './ftm-schemata.js';

const NONE = 'none';
const ISO_DATE = /^\d{4}(-\d\d){0,2}$/;

export const ftmExporter: Exporter = {
  id: 'ftm',
  extension: '.ftm.json',
  mediaType: 'application/x-ndjson',
  *write({ entities, relations, ontology }) {
    const schemata = new Map<string, string>();
    for (const { id, kind } of entities) {
      const schema = ontology.kind(kind)?.ftm;
      if (schema !== undefined && schema !== NONE) schemata.set(id, schema);
    }
    const things = entities.flatMap((entity) => {
      const schema = schemata.get(entity.id);
      return schema === undefined ? [] : [{ id: entity.id, schema, properties: thingProperties(entity) }];
    });
    const links = relations.flatMap((relation) => {
      const [from, to] = [schemata.get(relation.from), schemata.get(relation.to)];
      if (from === undefined || to === undefined) return [];
      const type = ontology.type(relation.type);
      const schema = linkSchema(type?.ftm ?? NONE, from, to);
      const role = type?.label ?? relation.type;
      return [{ id: relation.id, schema, properties: linkProperties(relation, schema, role) }];
    });
    return (yield* each([...things, ...links], (line) => `${JSON.stringify(line)}\n`)).join('');
  },
};

type Properties = Record<string, string[]>;

function thingProperties({ name, names, aliases, formerNames, summary, identifiers }: Entity): Properties {
  const wikidata = identifiers['wikidata'];
  return withoutEmpty({
    name: [name],
    alias: [...Object.values(names), ...aliases],
    previousName: formerNames.map((former) => former.name),
    summary: summary === undefined ? [] : [summary],
    wikidataId: typeof wikidata === 'string' ? [wikidata] : [],
  });
}

function linkProperties(relation: ExportedRelation, schema: string, label: string): Properties {
  const { from, to } = FTM_LINKS[schema]!;
  const { stake, role } = relation.attributes;
  const [start, end] = relation.period?.split('/') ?? [];
  const date = (text: string | undefined) => (text !== undefined && ISO_DATE.test(text) ? [text] : []);
  return withoutEmpty({
    [from]: [relation.from],
    [to]: [relation.to],
    role: schema === 'UnknownLink' ? [label] : typeof role === 'string' ? [role] : [],
    percentage: schema === 'Ownership' && stake !== undefined ? [String(stake)] : [],
    status: relation.status === 'actual' ? [] : [relation.status],
    // A single date is when something happened, not when it began.
    ...(end === undefined ? { date: date(start) } : { startDate: date(start), endDate: date(end) }),
  });
}

function withoutEmpty(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0));
}
