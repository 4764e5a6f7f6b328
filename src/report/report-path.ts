/** How A reaches B: the chain with the evidence of each hop, its weakest one, and the other ways there are. */
import type { Evidence, PathView, RelationView } from '../contract/answers.js';
import type { Answer } from '../contract/questions.js';
import { periodText } from '../model/period-text.js';
import type { Citations } from './citations.js';
import type { Composer } from './composer.js';
import type { Block, Span } from './document.js';
import { networkPicture } from './network-picture.js';
import { confidenceWords, counted, figure, originWords, statement } from './words.js';

type PathAnswer = Answer<'path'>;

export const composePath: Composer = ({ answers, picture }, cite) => {
  const { from, to, paths } = answers.path!;
  const [first] = paths;
  const question = `How does ${from.name} reach ${to.name}?`;
  const title = `Path: ${from.name} to ${to.name}`;
  if (first === undefined) return { title, question, blocks: noPath(answers.path!) };
  return {
    title,
    question,
    blocks: [
      { is: 'paragraph', lead: true, spans: summary(answers.path!, first) },
      ...(picture === undefined ? [] : [drawn(answers.path!, first, picture)]),
      { is: 'heading', text: 'The chain, hop by hop' },
      ...first.steps.flatMap((step, nth) => hop(first, step, nth, cite)),
      ...fall(answers, cite),
      ...(paths.length === 1 ? [] : [{ is: 'heading', text: 'Other ways' } as const]),
      ways(answers.path!, cite),
    ],
  };
};

function summary({ from, to, paths }: PathAnswer, first: PathView): Span[] {
  const weakest = first.weakest === null ? undefined : first.steps[first.weakest];
  return [
    { strong: from.name },
    ' reaches ',
    { strong: to.name },
    ` over ${counted(first.length, 'relation')}: ${chain(first)}. `,
    weakest === undefined || first.confidence === null
      ? 'A hop of it cannot be judged, so the path has no confidence.'
      : `Its confidence is ${confidenceWords(first.confidence)}, that of its weakest hop, number ${first.weakest! + 1}.`,
    paths.length === 1 ? '' : ` Below: ${counted(paths.length - 1, 'other way', 'other ways')}.`,
  ];
}

/** The names with the words between, against the arrow where a relation points back. */
function chain({ nodes, steps }: PathView): string {
  return nodes
    .map(({ name }, nth) => {
      const step = steps[nth];
      if (step === undefined) return name;
      const relation = shownOf(step);
      const onward = relation.symmetric || relation.from === step.from;
      return `${name} ${onward ? `— ${relation.label} →` : `← ${relation.label} —`} `;
    })
    .join('');
}

/** Of several relations of a hop the first that points the hop's way. */
const shownOf = ({ relations, from, forward }: PathView['steps'][number]): RelationView =>
  relations.find((each) => each.symmetric || (each.from === from) === forward) ?? relations[0]!;

function hop(path: PathView, step: PathView['steps'][number], nth: number, cite: Citations): Block[] {
  const names = new Map(path.nodes.map(({ id, name }) => [id, name]));
  return [
    {
      is: 'subheading',
      text: `${nth + 1}. ${names.get(step.from)} to ${names.get(step.to)}`,
      ...(path.weakest === nth ? { mark: 'weakest hop' } : {}),
    },
    ...step.relations.flatMap((relation): Block[] => [
      {
        is: 'paragraph',
        spans: [
          { strong: statement(relation) },
          ' ',
          {
            dim: `${periodText(relation.period)} · ${relation.status} · confidence ${confidenceWords(relation.confidence)} · ${originWords(relation.origins)}${relation.disputed ? ' · disputed' : ''} · ${relation.id}`,
          },
        ],
      },
      { is: 'list', items: relation.claims.map((claim) => evidence(claim, cite)) },
    ]),
  ];
}

/** A claim as evidence: what it says, who says it if not the author, against what it stands, where it stands. */
export function evidence(claim: Evidence, cite: Citations): Span[] {
  return [
    ...(claim.stance === 'disputes' ? [{ strong: 'Disputes:' }, ' '] : []),
    ...(claim.asserter === undefined ? [] : [`${claim.asserterName ?? claim.asserter}: `]),
    `${claim.says} `,
    cite.claim(claim),
    ...(claim.retracted === undefined ? [] : [` (withdrawn ${claim.retracted})`]),
  ];
}

function fall({ path, pathWithout }: Answer<'report'>['answers'], cite: Citations): Block[] {
  const source = pathWithout?.scope.without?.at(-1);
  if (source === undefined) return [];
  const [before, after] = [path!.paths[0]!, pathWithout!.paths[0]];
  const consequence =
    after === undefined
      ? `no path${bound(pathWithout!.searched)} leads from ${path!.from.name} to ${path!.to.name} any more`
      : `the first path left has ${counted(after.length, 'relation')}${after.length === before.length ? ' as well' : ` instead of ${before.length}`} and ${after.confidence === null ? 'cannot be judged' : `confidence ${figure(after.confidence)}`}: ${chain(after)}`;
  return [
    { is: 'heading', text: 'What the weakest hop rests on' },
    {
      is: 'paragraph',
      spans: ['It rests on one source alone ', cite.source(source), `. Without that source ${consequence}.`],
    },
  ];
}

function ways({ paths, mode, complete }: PathAnswer, cite: Citations): Block {
  const more =
    complete === undefined
      ? ''
      : complete
        ? ' There are no more.'
        : ' There are more: --k says how many to tell.';
  return {
    is: 'table',
    main: true,
    caption: `${counted(paths.length, 'path')}, mode ${mode}, the first being the one above.${more}`,
    columns: [
      { title: '#', figures: true },
      { title: 'Path' },
      { title: 'Length', figures: true },
      { title: 'Confidence', figures: true },
      { title: 'Weakest hop' },
      { title: 'Sources' },
    ],
    rows: paths.map((path, nth) => {
      const weakest = path.weakest === null ? undefined : path.steps[path.weakest];
      return [
        nth + 1,
        [chain(path)],
        path.length,
        path.confidence,
        [weakest === undefined ? 'cannot be judged' : statement(shownOf(weakest))],
        cite.claims(path.steps.flatMap(({ relations }) => relations.flatMap(({ claims }) => claims))),
      ];
    }),
  };
}

function drawn({ paths }: PathAnswer, first: PathView, picture: Parameters<typeof networkPicture>[0]): Block {
  const way = first.nodes.map(({ id }) => id);
  const { svg } = networkPicture(picture, new Set(way), way);
  return {
    is: 'figure',
    svg,
    caption:
      paths.length === 1
        ? 'The path, and the ties among those on it.'
        : `All ${counted(paths.length, 'path')} and the ties among those on them; the first path is dark.`,
  };
}

const bound = ({ maxLength }: PathAnswer['searched']) =>
  maxLength === null ? '' : ` of at most ${counted(maxLength, 'relation')}`;

function noPath({ searched, relaxations }: PathAnswer): Block[] {
  return [
    {
      is: 'paragraph',
      lead: true,
      spans: [
        `No path${bound(searched)}, among ${counted(searched.entities, 'entity', 'entities')} and ${counted(searched.relations, 'relation')}.`,
      ],
    },
    ...(relaxations.length === 0
      ? []
      : [
          { is: 'paragraph', spans: ['What would find one:'] } as const,
          { is: 'list', items: relaxations.map(({ text }) => [text]) } as const,
        ]),
  ];
}
