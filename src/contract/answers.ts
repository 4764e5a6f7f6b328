/** The shape of every answer: what HTTP sends, `--json` prints and the page draws. */
export * from './answers/change-answers.js';
export * from './answers/graph-answers.js';
export * from './answers/group-answers.js';
export * from './answers/path-answers.js';
export * from './answers/ranking-answers.js';
export * from './answers/record-answers.js';
export * from './answers/report-answers.js';
export * from './shapes.js';
