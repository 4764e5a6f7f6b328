/** The look of a report, on screen and on A4. It stands in the file itself, whose policy admits it by its hash. */
export const STYLESHEET = `
:root { color-scheme: light; --ink: #1c2b4a; --dim: #53617d; --line: #d5dcea; --accent: #2f5fb3; }
* { box-sizing: border-box; }
html { background: #eef1f7; }
body { max-width: 54rem; margin: 2rem auto; padding: 2.5rem 3.5rem 3rem; background: #fff; color: var(--ink);
  font: 0.97rem/1.55 "IBM Plex Sans", "Helvetica Neue", Arial, "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
header { border-bottom: 2px solid var(--ink); margin-bottom: 1.5rem; padding-bottom: 0.9rem; }
.brand { margin: 0; font-size: 0.78rem; letter-spacing: 0.09em; text-transform: uppercase; color: var(--accent); }
h1, h2, h3, .lead { font-family: "IBM Plex Serif", Georgia, "Noto Serif CJK SC", serif; }
h1 { margin: 0.3rem 0 0.4rem; font-size: 1.9rem; line-height: 1.2; font-weight: 600; }
h2 { margin: 2.2rem 0 0.7rem; font-size: 1.25rem; font-weight: 600; break-after: avoid; }
h3 { margin: 1.3rem 0 0.35rem; font-size: 1.02rem; font-weight: 600; break-after: avoid; }
p { margin: 0.4rem 0 0.8rem; }
.question { margin: 0; font-size: 1.08rem; }
.scope, .dim, figcaption, caption, .note { color: var(--dim); font-size: 0.86em; } caption { font-size: 1em; }
.scope { margin: 0.4rem 0 0; }
.lead { font-size: 1.12rem; line-height: 1.5; }
mark { background: #fbe3c6; color: #6b3a00; padding: 0.05rem 0.4rem; border-radius: 3px; font: 600 0.78rem "IBM Plex Sans", Arial, sans-serif; }
ul { margin: 0.2rem 0 0.9rem; padding-left: 1.2rem; }
li { margin: 0.15rem 0; }
dl { display: grid; grid-template-columns: fit-content(14rem) 1fr; gap: 0.3rem 1.2rem; margin: 0.5rem 0 1rem; }
dt { color: var(--dim); } dd { margin: 0; }
figure { margin: 1rem 0 1.3rem; break-inside: avoid; }
figcaption { margin-top: 0.3rem; }
.chart { display: block; width: 100%; max-width: 680px; height: auto; font-family: "IBM Plex Sans", "Helvetica Neue", Arial, "Noto Sans CJK SC", sans-serif;
  font-size: 11px; overflow: visible; color: var(--ink); }
.table { overflow-x: auto; margin: 0.6rem 0 1.3rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.86rem; line-height: 1.35; overflow-wrap: break-word; }
caption { text-align: left; padding: 0 0 0.4rem; }
th { text-align: left; font-weight: 600; vertical-align: bottom; border-bottom: 1.5px solid var(--ink); }
th, td { padding: 0.3rem 0.8rem 0.3rem 0; } th:last-child, td:last-child { padding-right: 0; }
td { vertical-align: top; border-bottom: 1px solid var(--line); }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.figures { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tight { white-space: nowrap; }
a { color: var(--accent); } a.cite { text-decoration: none; font-size: 0.84em; }
.references ol { padding-left: 2rem; font-size: 0.86rem; } .references li { margin: 0.35rem 0; break-inside: avoid; }
.references li:target { background: #fff6d9; }
.colophon { break-inside: avoid; margin-top: 2.2rem; border-top: 1px solid var(--line); font-size: 0.86rem; }
code { font-family: "IBM Plex Mono", ui-monospace, Menlo, Consolas, monospace; font-size: 0.92em; }
@media (max-width: 48rem) { body { margin: 0; padding: 1.2rem; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 0.5rem; } }
@page { size: A4; margin: 18mm 17mm 20mm; }
@media print {
  html { background: none; }
  body { max-width: none; margin: 0; padding: 0; font-size: 9.6pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h1 { font-size: 19pt; } h2 { font-size: 12.5pt; margin-top: 1.5rem; } h3 { font-size: 10.5pt; }
  p, li { orphans: 3; widows: 3; }
  /* Neither stands alone at the foot of a page: each asks for more room than it takes. */
  h2, caption { break-inside: avoid; }
  h2::after, caption::after { content: ""; display: block; height: 7rem; margin-bottom: -7rem; }
  .table { overflow: visible; } table { font-size: 8.4pt; }
  a { color: inherit; text-decoration: none; } a.cite { color: var(--accent); }
}
`;
