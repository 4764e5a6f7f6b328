/** The field at the top left. It looks like a field and opens the palette, where names, lenses, panels and commands are found. */
import { IconClipboardText, IconSearch } from '@tabler/icons-react';
import type { Answer } from '../../../src/contract/questions.js';
import { ToolButton } from '../buttons.js';
import { changeView } from '../view.js';
import { Palette } from './palette.js';
import { palette } from './palette-keys.js';
import './search.css';

/** `Search 214 names, such as Strategic Support Force or 军事航天部队`. */
export function searchHint(meta: Pick<Answer<'meta'>, 'names' | 'ontology'>): string {
  const examples = meta.ontology.searchExamples.slice(0, 2);
  const such = examples.length === 0 ? '' : `, such as ${examples.join(' or ')}`;
  return `Search ${meta.names.toLocaleString('en')} names${such}`;
}

export function SearchField({ meta }: { meta: Answer<'meta'> }) {
  const hint = searchHint(meta);
  const [count, ...examples] = hint.split(', such as ');
  return (
    <search className="search panel">
      <button type="button" className="search-field" aria-haspopup="dialog" onClick={() => palette.open()}>
        <IconSearch size={17} aria-hidden />
        <span>
          {count} <small>{examples.join('')}</small>
        </span>
        <kbd aria-hidden>/</kbd>
      </button>
      <ToolButton
        label="Paste names"
        icon={<IconClipboardText size={17} aria-hidden />}
        onClick={() => changeView({ panel: 'names', select: undefined })}
      />
      <Palette meta={meta} hint={hint} />
    </search>
  );
}
