// Search in the audit log; an entry leads to the trace of its request.
import { html, useState } from './preact.js';
import { query, send } from './api.js';
import { instant, millis } from './format.js';
import { useLoad } from './load.js';
import { Empty, Field, Loaded, Outcome, Pager, ProblemBox, Table, Text, Time, usePages } from './parts.js';
import { ClientName } from './names.js';
import { Seal } from './seal.js';

const OUTCOMES = ['', 'success', 'denied', 'rejected', 'failed', 'unknown'];

async function exportCsv(filter) {
  const response = await send('GET', `/audit-entries${query(filter)}`, { accept: 'text/csv' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = 'audit-entries.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}

function Filter({ client, onSearch }) {
  const submit = (event) => {
    event.preventDefault();
    const { from, to, ...rest } = Object.fromEntries(new FormData(event.target));
    onSearch({ ...rest, from: instant(from), to: instant(to) });
  };
  return html`<form class="filter" role="search" aria-label="Audit entries" onSubmit=${submit}>
    <${Field} label="Client"><input name="client" maxlength="100" placeholder="name or id" value=${client} /><//>
    <${Field} label="Action"><input name="action" placeholder="people.addTag" /><//>
    <${Field} label="Person"><input name="person" placeholder="24 hex characters" /><//>
    <${Field} label="Phone"><input name="phone" type="tel" autocomplete="off" /><//>
    <${Field} label="E-mail"><input name="email" type="email" autocomplete="off" /><//>
    <${Field} label="Outcome"><select name="outcome">${OUTCOMES.map((outcome) => html`<option value=${outcome}>${outcome || 'any'}</option>`)}</select><//>
    <${Field} label="From"><input name="from" type="datetime-local" /><//>
    <${Field} label="To"><input name="to" type="datetime-local" /><//>
    <button type="submit" class="primary">Search</button>
  </form>`;
}

const columnsFor = (me) => [
  ['Time', (entry) => html`<${Time} at=${entry.at} />`],
  ['Client', (entry) => html`<${ClientName} id=${entry.clientId} me=${me} />`],
  ['Action', (entry) => html`<code>${entry.action || 'none'}</code>`],
  ['Target', (entry) => html`<${Text}>${(entry.target?.ids || []).join(', ') || '–'}<//>`],
  ['Outcome', (entry) => html`<${Outcome} name=${entry.outcome || 'in progress'} /> ${entry.status}`],
  ['Took', (entry) => (entry.durationMs === null ? '–' : millis(entry.durationMs))],
  ['Request', (entry) => html`<a href=${`#/request/${encodeURIComponent(entry.requestId)}`}><${Text}>${entry.requestId}<//></a>`],
];

export function Audit({ id, me }) {
  const [filter, setFilter] = useState({ client: id });
  const [problem, setProblem] = useState(null);
  const pages = usePages(JSON.stringify(filter));
  const entries = useLoad(`/audit-entries${query({ ...filter, cursor: pages.cursor })}`);
  const save = () => exportCsv(filter).then(() => setProblem(null), setProblem);
  const search = (sought) => {
    setFilter(sought);
    entries.reload();
  };
  return html`<section><h2>Search</h2><${Filter} client=${id} onSearch=${search} />
      <div class="actions"><button type="button" onClick=${save}>Export as CSV</button></div><${ProblemBox} problem=${problem} /></section>
    <section><h2>Entries</h2><${Loaded} of=${entries}>${(data) => (data.items.length === 0
      ? html`<${Empty}>No entry matches. Entries appear within a second; leave out a condition to find more.<//>`
      : html`<${Table} label="Audit entries" rows=${data.items} keyOf=${(entry) => entry.id} columns=${columnsFor(me)} />
        <${Pager} pages=${pages} nextCursor=${data.nextCursor} />`)}<//></section>
    <${Seal} />`;
}
