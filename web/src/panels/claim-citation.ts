/** What one pastes into a draft to quote a claim: what it is on, what the source says in short, which source that is, how it is graded. */
import type { Evidence } from '../../../src/contract/answers.js';
import type { Answer } from '../../../src/contract/questions.js';
import type { Source } from '../../../src/contract/records.js';
import { dateText } from '../../../src/model/period-text.js';
import type { Claimed } from './error-report.js';

type Cited = Pick<Source, 'title' | 'authors' | 'publisher' | 'date' | 'url' | 'archivedUrl' | 'read'>;

/** The text. `says` is the graph's paraphrase, and is called so: nobody shall set it in quotation marks. `link` leads to the subject. */
export function claimCitation(
  meta: Pick<Answer<'meta'>, 'title' | 'revision'>,
  about: Claimed,
  claim: Evidence,
  source: Cited,
  { grade, link }: { grade: string; link: string },
): string {
  const said = claim.asserterName ?? claim.asserter;
  const withdrawn = claim.retracted === undefined ? '' : `, withdrawn ${dateText(claim.retracted)}`;
  const parts = [
    source.authors?.join(', '),
    `“${source.title}”`,
    source.publisher,
    source.date === undefined ? 'undated' : dateText(source.date),
    claim.locator,
  ];
  return [
    `${about.words}${about.standing === undefined ? '' : ` (${about.standing})`}`,
    `The source ${claim.stance} this${withdrawn}; paraphrase: ${claim.says}`,
    ...(said === undefined ? [] : [`Said by: ${said}`]),
    `Source: ${parts.filter((part) => part !== undefined && part !== '').join(', ')}`,
    ...(source.url === undefined ? [] : [source.url]),
    ...(source.archivedUrl === undefined ? [] : [`Archived: ${source.archivedUrl}`]),
    ...(source.read === undefined ? [] : [`Read: ${dateText(source.read)}`]),
    `Grade: ${claim.grade} (${grade})`,
    `${meta.title}, revision ${meta.revision}: ${link}`,
  ].join('\n');
}
