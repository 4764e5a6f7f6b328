/** Looks up the line and column of what was found wrong, by reading the files concerned a second time. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../contract/answers.js';
import type { Finding, Place } from './drafts.js';
import { decodeText, readLines } from './read-lines.js';
import { type YamlPlace, yamlLocator } from './yaml-file.js';

type Locator = ReturnType<typeof yamlLocator>;

/** Findings as faults. Files without findings are not opened, so good data costs nothing. */
export async function locateFaults(folder: string, findings: readonly Finding[]): Promise<Fault[]> {
  const places = findings.flatMap(({ place, also }) => (also === undefined ? [place] : [place, also]));
  const locators = new Map<string, Locator>();
  const wantedLines = new Map<string, Set<number>>();
  for (const { file, line } of places) {
    if (line !== undefined) wantedLines.set(file, (wantedLines.get(file) ?? new Set()).add(line));
    else if (!locators.has(file))
      locators.set(file, yamlLocator(decodeText(await readFile(join(folder, file)))));
  }
  for (const [file, wanted] of wantedLines) {
    let line = 0;
    for await (const batch of readLines(join(folder, file)))
      for (const text of batch) if (wanted.has(++line)) locators.set(`${file}:${line}`, yamlLocator(text));
  }
  const locate = (place: Place, path: readonly PropertyKey[], atKey: boolean): YamlPlace => {
    const { file, line } = place;
    if (line === undefined) return locators.get(file)!([...place.path, ...path], atKey);
    return { line, column: locators.get(`${file}:${line}`)?.(path, atKey).column ?? 1 };
  };
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
