/** The formats that can be written and read: whoever names them draws on these lists. */

/** A format in words, for whoever chooses one. */
interface FormatNotes {
  title: string;
  /** What a file that was written keeps, and what it loses. Claims, sources, former ids and the periods of identifiers fit none. */
  keeps: string;
  /** What is read, what is not, and where the format leaves a choice, which one was taken. */
  reads: string;
  /** Where the format is laid down. */
  reference: string;
}

export const GRAPH_FORMATS = {
  graphml: {
    title: 'GraphML',
    keeps:
      'Everything but claims and sources. NetworkX reads no graph that mixes directed and undirected edges: give it GML. Attributes whose values differ in type are written as text; control characters that XML forbids become U+FFFD.',
    reads:
      'Keys with their types and defaults become attributes. Nested graphs are read flat, with a warning. Labels that yEd draws become names; its other drawing is left out. Hyperedges are refused.',
    reference: 'http://graphml.graphdrawing.org/specification.html',
  },
  gexf: {
    title: 'GEXF',
    keeps:
      'Everything but claims and sources. NetworkX reads no graph that mixes directed and undirected edges: give it GML. For timelines, start and end say when a thing may hold at the widest; its exact period stands beside them. Attributes whose values differ in type are written as text; lists of numbers are of a type that NetworkX does not know; control characters that XML forbids become U+FFFD.',
    reads:
      'Versions 1.1 to 1.3. Attributes with their types, defaults and lists; an edge is as directed as it or the graph says, and a mutual one reads either way. Start and end become a period where they are dates, else stay attributes. Nested nodes are read side by side. Colours, sizes and positions are left out: they are drawing, not statement.',
    reference: 'https://gexf.net/schema.html',
  },
  csv: {
    title: 'CSV, list of edges',
    keeps:
      'One row a relation, with the names and kinds of its ends; entities without relations are left out, and of the others all but name and kind. UTF-8 with byte order mark. Text that a spreadsheet would run as a formula has an apostrophe before it, which our importer takes away. Lists are JSON; empty text cannot be told from no value, nor text that reads as a number, true or false from what it reads as.',
    reads:
      'The header names the ends source and target, or from and to; case does not matter. Separated by comma, semicolon or tab. Optional: id, type (Directed, Undirected, or the type of the relation), relation, label, weight, source_name, target_name, source_kind, target_kind. A row without a direction is directed. Every other column is an attribute: numbers or booleans when all its cells are, else text; an empty cell is no value. A file that is not UTF-8 is read as what Windows saves, Chinese or Western. A table of nodes is not read.',
    reference: 'https://www.rfc-editor.org/rfc/rfc4180',
  },
  gml: {
    title: 'GML',
    keeps:
      'Everything but claims and sources. GML numbers its nodes and NetworkX wants labels that differ, so `entityId` holds the id and, of entities that share a name, `name` the name. Booleans become 1 and 0. In a graph that mixes both, undirected edges say `directed 0`, which other readers take for an attribute. Other characters than letters and digits in keys are written `_x003A_`.',
    reads:
      'Keys of nodes and edges become attributes, nested ones as outer.inner, repeated ones as lists; labels become names. `directed 1` makes all edges directed. The lists called graphics are left out: they are drawing, not statement.',
    reference:
      'https://raw.githubusercontent.com/GunterMueller/UNI_PASSAU_FMI_Graph_Drawing/master/GML/gml-technical-report.pdf',
  },
  pajek: {
    title: 'Pajek network',
    keeps:
      'Names of entities, ends, directions and types of relations, and an attribute called weight as the value of a line. All else is lost, ids too: Pajek numbers its vertices. A double quote in a name becomes a single one, a line break a space.',
    reads:
      'Sections *Vertices, *Arcs, *Edges, *Arcslist and *Edgeslist. Labels of vertices become names; the value of a line becomes its weight; the name of a section (*Arcs :1 "likes") or the label of a line (l "likes") its type. Coordinates and colours are left out: they are drawing, not statement. Matrices, partitions and vectors are refused.',
    reference: 'http://mrvar.fdv.uni-lj.si/pajek/pajekman.pdf',
  },
  graphology: {
    title: 'graphology JSON',
    keeps: 'Everything but claims and sources.',
    reads:
      'Nodes with key and attributes, edges with source, target, attributes and `undirected`; a graph of type undirected has no other. Attributes that are objects become their JSON text, null is no value.',
    reference: 'https://graphology.github.io/serialization.html',
  },
  ftm: {
    title: 'FollowTheMoney',
    keeps:
      'Entities whose kind the ontology maps to a schema, with names and summary; those of no schema are left out, and so are their relations. A relation whose type has no schema, or whose ends do not fit it, is an UnknownLink with the type as its role. Names in other languages are aliases; of periods, plain dates of relations are kept.',
    reads:
      'The schema is the kind. Ownership, Directorship, Membership, Employment, ProjectParticipant, Succession, Representation, Associate, Family, Debt, Payment and UnknownLink are relations, of the type that the role of an UnknownLink tells; several ends make a relation each. Other properties that name entities stay attributes.',
    reference: 'https://followthemoney.tech/explorer/',
  },
  neo4j: {
    title: 'Neo4j JSON (APOC)',
    keeps:
      'Everything but claims and sources. A node bears its kind as label (LaunchSite), a relationship its type (PART_OF); both stand among the properties as they are. Neo4j knows no relationship without direction: one has the property undirected. Read it with CALL apoc.import.json.',
    reads:
      'One node or relationship a line, as apoc.export.json writes them. A property kind or relation says the class, else the last label of a node and the label of a relationship do. Properties that are objects become their JSON text.',
    reference: 'https://neo4j.com/labs/apoc/4.4/import/load-json/',
  },
  jsonld: {
    title: 'JSON-LD',
    keeps:
      'Everything but claims and sources. Kinds that the ontology maps to a class of Wikidata bear that too, entities with a Wikidata id say what they are the same as. Relations are statements with subject, predicate and object, so that parallel ones stay apart; all further fields stand under properties, a JSON literal.',
    reads:
      'The nodes of @graph, or of a list. Contexts are not resolved, nor nested nodes told apart: flatten the document first. A property whose value is { "@id": … } is a relation of its name; statements with subject, predicate and object are relations; all else are attributes. The last part of @type is the kind.',
    reference: 'https://www.w3.org/TR/json-ld11/',
  },
} as const satisfies Record<string, FormatNotes>;

/** Whatever is written is read. The General Catalog, a folder of tables, is imported beside them. */
export type GraphFormat = keyof typeof GRAPH_FORMATS;

/** Of the publications behind a graph, for those who cite them. */
export const REFERENCE_FORMATS = {
  bibtex: {
    title: 'BibTeX',
    keeps: 'One entry a source, UTF-8; keys are the ids. Grades, origins and notes fit nowhere.',
    reference: 'https://ctan.org/pkg/bibtex',
  },
  ris: {
    title: 'RIS',
    keeps: 'One record a source, UTF-8. Grades, origins and notes fit nowhere.',
    reference: 'https://en.wikipedia.org/wiki/RIS_(file_format)',
  },
} as const satisfies Record<string, Omit<FormatNotes, 'reads'>>;
export type ReferenceFormat = keyof typeof REFERENCE_FORMATS;

/** The largest file that the page sends and the server takes; both know it, and the page does without the schemas. */
export const MOST_FILE_BYTES = 32 * 1024 * 1024;
