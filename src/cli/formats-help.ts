/** What the help of a command says of formats, below its options. */
import type { Command } from 'commander';

const USUAL_WIDTH = 80;

/** Adds a list of formats by id, each with what it keeps or what is read of it. */
export function addFormatsHelp(commander: Command, formats: Readonly<Record<string, string>>): void {
  commander.addHelpText('after', () => {
    const helper = commander.createHelp();
    helper.helpWidth = process.stdout.columns ?? USUAL_WIDTH;
    const widest = Math.max(...Object.keys(formats).map((id) => id.length));
    const items = Object.entries(formats).map(([id, text]) => helper.formatItem(id, widest, text, helper));
    return `\nFormats:\n${items.join('\n')}`;
  });
}
