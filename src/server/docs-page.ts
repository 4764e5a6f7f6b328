/** `/api/docs`: every question with its address, its parameters and an example, as plain HTML without script. */
import { GRAPH_FORMATS, REFERENCE_FORMATS } from '../contract/formats.js';
import { type QuestionId, questions } from '../contract/questions.js';
import { scopeSchema } from '../contract/scope.js';
import type { Examples } from './examples.js';
import { html, page } from './html.js';
import {
  addressOf,
  describeParameters,
  type ParameterDescription,
  parametersOf,
} from './question-addresses.js';

/** The whole page. Cost O(questions × parameters); nothing is kept. */
export function docsPage(version: string, examples: Examples): string {
  const ids = Object.keys(questions) as QuestionId[];
  return page(
    'API',
    html`<header>
      <p class="brand"><a href="/">Asterism</a> <span>${version}</span></p>
      <h1>Ask the graph</h1>
      <p class="lead">
        Every answer is JSON, and carries the revision of the data and the scope it was asked in. What cannot be answered comes as
        <code>application/problem+json</code> and says what to change.
      </p>
      <p><a class="button" href="/api/openapi.json">OpenAPI 3.1</a></p>
    </header>
    <nav aria-label="Questions">
      <ul>
        ${ids.map((id) => html`<li><a href="#${id}">${questions[id].title}</a></li>`)}
        <li><a href="#scope">Scope</a></li>
        <li><a href="#export">Export</a></li>
        <li><a href="#tasks">Tasks</a></li>
        <li><a href="#files">Files</a></li>
        <li><a href="#manners">Manners</a></li>
      </ul>
    </nav>
    <main>
      ${ids.map((id) => questionSection(id, examples[id]))}
      <section id="scope">
        <h2>Scope</h2>
        <p class="ask">Of which part of the graph?</p>
        <p>Questions that say so take these as well, in any combination. A list is separated by commas, or its name is repeated; a value with a comma in it stands in quotation marks.</p>
        ${parameterTable(describeParameters(scopeSchema, ''))}
      </section>
      <section id="export">
        <h2>Export</h2>
        <p class="ask">Can other tools have it?</p>
        <p class="address"><b>GET</b> <code>/api/v1/export/{format}</code></p>
        <p>The graph, or what a scope leaves of it, as a file. Takes the scope, and <code>around</code> an entity with <code>depth</code>.</p>
        <p class="address"><b>POST</b> <code>/api/v1/export/{format}</code></p>
        <p>Exactly what is listed: <code>{"entities": [ids], "relations": [ids]}</code> as <code>application/json</code>, 16 MB at most.</p>
        <div class="table"><table>
          <thead><tr><th scope="col">Format</th><th scope="col">What it keeps</th></tr></thead>
          <tbody>${Object.entries({ ...GRAPH_FORMATS, ...REFERENCE_FORMATS }).map(
            ([id, { title, keeps, reference }]) =>
              html`<tr><th scope="row"><code>${id}</code></th><td><a href="${reference}">${title}</a>. ${keeps}</td></tr>`,
          )}</tbody>
        </table></div>
      </section>
      <section id="tasks">
        <h2>Tasks</h2>
        <p class="ask">What if the answer takes long?</p>
        <p>Any question can be asked as a task: it goes on by itself, tells how far it is, and keeps its answer for some minutes.</p>
        <p class="address"><b>POST</b> <code>/api/v1/tasks</code></p>
        <p>Takes <code>{"kind": "rank", "parameters": {"measures": ["betweenness"]}}</code> as <code>application/json</code>, answers 202 with the task's address in <code>Location</code>; 429 when too many are under way.</p>
        <p class="address"><b>GET</b> <code>/api/v1/tasks/{id}</code></p>
        <p>How it stands: <code>waiting</code>, <code>running</code>, <code>done</code> with its <code>answer</code>, <code>failed</code> with its <code>problem</code>.</p>
        <p class="address"><b>GET</b> <code>/api/v1/tasks/{id}/events</code></p>
        <p>The same as server-sent events: <code>progress</code>, then <code>done</code> or <code>failed</code>.</p>
        <p class="address"><b>DELETE</b> <code>/api/v1/tasks/{id}</code></p>
        <p>Cancels it. A task that was cancelled, or whose answer has expired, is 410; one that never was, 404.</p>
      </section>
      <section id="files">
        <h2>Files</h2>
        <p class="ask">What of a graph of one’s own?</p>
        <p>A graph file can be opened for a while. It is held in memory alone, and asked with the same addresses below its own.</p>
        <p class="address"><b>POST</b> <code>/api/v1/workspaces?name=network.graphml</code></p>
        <p>Takes the bytes as <code>application/octet-stream</code>, answers 201 with the graph’s <code>id</code>.</p>
        <p class="address"><b>GET</b> <code>/api/v1/workspaces/{id}/rankings</code></p>
        <p>Any question, export or task, asked of that graph.</p>
        <p class="address"><b>DELETE</b> <code>/api/v1/workspaces/{id}</code></p>
        <p>Lets it go. So does an hour without a question, a fifth file, and the end of the server.</p>
      </section>
      <section id="manners">
        <h2>Manners</h2>
        <ul>
          <li>Answers have an <code>ETag</code>: send it back as <code>If-None-Match</code> and an unchanged answer costs nothing.</li>
          <li>A parameter that is not known is refused, never ignored.</li>
          <li>Heavy questions wait for their turn; when too many do, the answer is 503 with <code>Retry-After</code>.</li>
          <li>A server that was started with a token takes it as <code>Authorization: Bearer …</code>.</li>
          <li><a href="/healthz">/healthz</a>, <a href="/readyz">/readyz</a> and <a href="/metrics">/metrics</a> are for whatever watches over the server.</li>
        </ul>
      </section>
    </main>`,
  );
}

function questionSection(id: QuestionId, example: string | undefined) {
  const { title, question, heavy } = questions[id];
  const parameters = parametersOf(id);
  const own = parameters.filter((each) => !each.isScope);
  return html`<section id="${id}">
    <h2>${title}${heavy ? html` <span class="badge">heavy</span>` : ''}</h2>
    <p class="ask">${question}</p>
    <p class="address"><b>GET</b> <code>${addressOf(id)}</code></p>
    ${own.length === 0 ? '' : parameterTable(own)}
    ${own.length < parameters.length ? html`<p class="also">Takes the <a href="#scope">scope</a>.</p>` : ''}
    ${example === undefined ? '' : html`<p class="example">Try <a href="${example}">${decodeURI(example)}</a></p>`}
  </section>`;
}

function parameterTable(parameters: readonly ParameterDescription[]) {
  return html`<div class="table"><table>
    <thead><tr><th scope="col">Parameter</th><th scope="col">Value</th><th scope="col">Default</th><th scope="col">Meaning</th></tr></thead>
    <tbody>
      ${parameters.map(
        ({ name, required, description, schema }) => html`<tr>
          <th scope="row"><code>${name}</code></th>
          <td>${valueWords(schema)}</td>
          <td>${required ? html`<em>required</em>` : schema.default === undefined ? '' : html`<code>${String(schema.default)}</code>`}</td>
          <td>${description ?? ''}</td>
        </tr>`,
      )}
    </tbody>
  </table></div>`;
}

/** A JSON Schema in few words: `whole number, 1 to 100`. */
function valueWords(schema: ParameterDescription['schema']): string {
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  if (schema.type === 'array') {
    const item = schema.items as ParameterDescription['schema'] | undefined;
    return `list of: ${item === undefined ? 'text' : valueWords(item)}`;
  }
  if (schema.type === 'boolean') return 'true | false';
  if (schema.type !== 'integer' && schema.type !== 'number') return 'text';
  const kind = schema.type === 'integer' ? 'whole number' : 'number';
  return schema.minimum === undefined ? kind : `${kind}, ${schema.minimum} to ${schema.maximum}`;
}
