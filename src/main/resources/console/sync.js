// The runs that walk Leeloo's lists into the cache: start one, follow it, cancel it.
import { html, useState } from './preact.js';
import { call, query } from './api.js';
import { number } from './format.js';
import { useLoad } from './load.js';
import { useStream } from './stream.js';
import { Empty, Field, Loaded, Outcome, Pager, ProblemBox, Table, Text, Time, usePages } from './parts.js';

const KINDS = ['people', 'orders', 'tags', 'users', 'connections', 'templates', 'tunnels'];

const address = (run) => `/sync-runs/${encodeURIComponent(run.id)}`;
const isFinished = (run) => run.state !== 'queued' && run.state !== 'running';
const rows = (run) => `${number(run.rows.new)} new, ${number(run.rows.changed)} changed, ${number(run.rows.gone)} gone, ${number(run.rows.unchanged)} unchanged`;

function Start({ onStarted }) {
  const [problem, setProblem] = useState(null);
  const start = async (event) => {
    event.preventDefault();
    try {
      await call('POST', '/sync-runs', Object.fromEntries(new FormData(event.target)));
      setProblem(null);
    } catch (failure) {
      setProblem(failure);
    }
    onStarted();
  };
  return html`<section><h2>Start a run</h2><form class="filter" onSubmit=${start}>
      <${Field} label="What"><select name="kind">${KINDS.map((kind) => html`<option value=${kind}>${kind}</option>`)}</select><//>
      <${Field} label="How much"><select name="mode"><option value="full">the whole list</option>
        <option value="recent">only people who wrote since the last run</option></select><//>
      <button type="submit" class="primary">Start</button></form>
    <p class="soft">A run makes one call to Leeloo for 100 rows, only with calls that nothing else needs.</p>
    <${ProblemBox} problem=${problem} /></section>`;
}

/** Cancelling keeps what is stored, so it does not ask for a confirmation. */
function Running({ listed, onEnd }) {
  const { event, problem } = useStream(address(listed), isFinished, onEnd);
  const [refusal, setRefusal] = useState(null);
  const run = event || listed;
  const cancel = () => call('DELETE', address(run)).then(onEnd, setRefusal);
  return html`<li class="operation">
    <h2>${run.kind} <span class="soft">(${run.mode})</span> <${Outcome} name=${run.state} /></h2>
    <progress max="100" value=${run.percent} aria-label=${`Progress of ${run.kind}`}></progress>
    <p role="status">${run.percent}\u00a0%, ${number(run.pages)} pages, ${number(run.calls)} calls; ${rows(run)}</p>
    <p class="soft">Started <${Time} at=${run.startedAt} relative />${run.expectedEnd && html`, expected to end <${Time} at=${run.expectedEnd} relative />`}</p>
    ${run.error && html`<p class="banner"><${Text}>${run.error}<//></p>`}
    <${ProblemBox} problem=${refusal || problem} />
    <button type="button" onClick=${cancel}>Cancel the run</button></li>`;
}

const COLUMNS = [
  ['What', (run) => html`${run.kind} <span class="soft">${run.mode}</span>`],
  ['State', (run) => html`<${Outcome} name=${run.state} />${run.error && html` <${Text}>${run.error}<//>`}`],
  ['Started', (run) => html`<${Time} at=${run.startedAt} />`],
  ['Ended', (run) => html`<${Time} at=${run.finishedAt} relative />`],
  ['Rows', rows],
  ['Calls', (run) => number(run.calls)],
];

export function Synchronization() {
  const pages = usePages('');
  const runs = useLoad(`/sync-runs${query({ cursor: pages.cursor })}`, 5);
  return html`<${Start} onStarted=${runs.reload} />
    <${Loaded} of=${runs}>${(data) => {
      const active = data.items.filter((run) => !isFinished(run));
      const finished = data.items.filter(isFinished);
      return html`<ul class="list">${active.map((run) => html`<${Running} key=${run.id} listed=${run} onEnd=${runs.reload} />`)}</ul>
        <section><h2>Finished runs</h2>${finished.length === 0 ? html`<${Empty}>No run has finished yet. Start one to fill the cache.<//>`
          : html`<${Table} label="Finished runs" rows=${finished} keyOf=${(run) => run.id} columns=${COLUMNS} />`}
          <${Pager} pages=${pages} nextCursor=${data.nextCursor} /></section>`;
    }}<//>`;
}
