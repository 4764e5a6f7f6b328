/** Looks up the line and column of what was found wrong, by reading the files concerned a second time. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../contract/answers.js';
import type { Finding, Place } from './drafts.js';
import { columnInJson } from './json-line.js';
import { decodeText, readLines } from './read-lines.js';
import { type YamlPlace, yamlLocator } from './yaml-file.js';

/** Findings as faults. Files without findings are not opened, so good data costs nothing. */
export async function locateFaults(folder: string, findings: readonly Finding[]): Promise<Fault[]> {
  const places = findings.flatMap(({ place, also }) => (also === undefined ? [place] : [place, also]));
  const documents = new Map<string, ReturnType<typeof yamlLocator>>();
  const wanted = new Map<string, Map<number, string>>();
  for (const { file, line } of places) {
    if (line !== undefined) wanted.set(file, (wanted.get(file) ?? new Map()).set(line, ''));
    else if (!documents.has(file))
      documents.set(file, yamlLocator(decodeText(await readFile(join(folder, file)))));
  }
  for (const [file, texts] of wanted) {
    let line = 0;
    for await (const batch of readLines(join(folder, file)))
      for (const text of batch) if (texts.has(++line)) texts.set(line, text);
  }
  const locate = (
    { file, line, path: start }: Place,
    path: readonly PropertyKey[],
    atKey: boolean,
  ): YamlPlace =>
    line === undefined
      ? documents.get(file)!([...start, ...path], atKey)
      : { line, column: columnInJson(wanted.get(file)!.get(line)!, path, atKey) };
  return findings.map(({ place, path, atKey = false, message, also }) => {
    const { line, column } = locate(place, path, atKey);
    if (also === undefined) return { file: place.file, line, column, message };
    const other = locate(also, [], false);
    return {
      file: place.file,
      line,
      column,
      message: `${message} at ${also.file}:${other.line}:${other.column}`,
    };
  });
}
