/** Every command by name, with the line that `--help` shows. A command's module is loaded when it is asked for. */
import type { Command } from './command.js';

interface Entry {
  summary: string;
  /** Whether its work is an errand for a thread; it is unless said. */
  apart?: false;
  load(): Promise<{ default: Command }>;
}

export const registry = {
  serve: {
    summary: 'Serve the API and the page',
    apart: false,
    load: () => import('./commands/serve.js'),
  },
  check: { summary: 'Validate the data, fault by fault', load: () => import('./commands/check.js') },
  stats: {
    summary: 'How much there is, of what, and how well dated',
    load: () => import('./commands/stats.js'),
  },
  search: { summary: 'Entities by any of their names', load: () => import('./commands/search.js') },
  show: { summary: 'What is known of an entity, and who says so', load: () => import('./commands/show.js') },
  relation: {
    summary: 'What is claimed of a relation, and against it',
    load: () => import('./commands/relation.js'),
  },
  source: { summary: 'What rests on a publication', load: () => import('./commands/source.js') },
  sources: { summary: 'The publications that carry the graph', load: () => import('./commands/sources.js') },
  neighbors: { summary: 'Who stands around an entity', load: () => import('./commands/neighbors.js') },
  path: { summary: 'How one entity reaches another', load: () => import('./commands/path.js') },
  connect: {
    summary: 'Through whom several entities hang together',
    load: () => import('./commands/connect.js'),
  },
  cut: { summary: 'Whose removal would separate two entities', load: () => import('./commands/cut.js') },
  communities: {
    summary: 'Which groups hang together',
    load: () => import('./commands/communities.js'),
  },
  leads: { summary: 'Pairs that share neighbours but no tie', load: () => import('./commands/leads.js') },
  similar: { summary: 'Who is placed like an entity', load: () => import('./commands/similar.js') },
  compare: { summary: 'What changed between two dates', load: () => import('./commands/compare.js') },
  without: {
    summary: 'What falls without a source, an entity or a relation',
    load: () => import('./commands/without.js'),
  },
  rank: { summary: 'Who matters, by which measure', load: () => import('./commands/rank.js') },
  ties: { summary: 'Which ties hold the rest together', load: () => import('./commands/ties.js') },
  report: { summary: 'A document to hand on, with its sources', load: () => import('./commands/report.js') },
  measures: { summary: 'The measures, and what each tells', load: () => import('./commands/measures.js') },
  layout: { summary: 'Where each entity is drawn', load: () => import('./commands/layout.js') },
  import: {
    summary: 'Turn a file of another format into a data folder',
    load: () => import('./commands/import.js'),
  },
  export: {
    summary: 'Write the graph, or a part of it, as a file for other tools',
    load: () => import('./commands/export.js'),
  },
} satisfies Record<string, Entry>;

export type CommandName = keyof typeof registry;
export const commandNames = Object.keys(registry) as CommandName[];
