// One client: its facts, its usage, its keys, and the switch that freezes it.
import { html, useState } from './preact.js';
import { call } from './api.js';
import { ago, number } from './format.js';
import { useLoad } from './load.js';
import { Empty, Loaded, Outcome, Table, Text, Time } from './parts.js';
import { ConfirmDialog } from './dialog.js';
import { Usage } from './clients.js';
import { Keys } from './keys.js';

export const lastUse = (at) => (at ? `used ${ago(at)}` : 'never used');

function Freeze({ client, onDone }) {
  const [isOpen, setOpen] = useState(false);
  const path = `/clients/${encodeURIComponent(client.id)}`;
  const change = async (state) => {
    await call('PATCH', path, { state });
    onDone();
  };
  if (client.state === 'frozen') {
    return html`<button type="button" onClick=${() => change('active')}>Enable the client again</button>`;
  }
  return html`<button type="button" class="danger" onClick=${() => setOpen(true)}>Freeze the client</button>
    ${isOpen && html`<${ConfirmDialog} title="Freeze the client" submit="Freeze" client=${client} onClose=${() => setOpen(false)}
        action=${() => change('frozen')}>
      <p>All keys of <${Text}>${client.name}<//> stop working: at once on this replica, within 5 seconds on every other. The client was
        last ${lastUse(client.activity.lastUsedAt)}, with ${number(client.activity.lastMinute)} requests in the last minute.
        You can enable it again.</p>
    <//>`}`;
}

const Facts = ({ client }) => html`<dl class="facts wide">
  <div><dt>Id</dt><dd><code>${client.id}</code></dd></div>
  <div><dt>State</dt><dd><${Outcome} name=${client.state} /></dd></div>
  <div><dt>Owner</dt><dd><${Text}>${client.owner}<//></dd></div>
  <div><dt>Purpose</dt><dd><${Text}>${client.purpose}<//></dd></div>
  <div><dt>Last use</dt><dd><${Time} at=${client.activity.lastUsedAt} relative /></dd></div>
  <div><dt>Busiest minute</dt><dd><${Usage} client=${client} /></dd></div>
  <div><dt>Weight</dt><dd>${client.weight}</dd></div>
  <div><dt>Networks</dt><dd>${client.networks.length ? client.networks.join(', ') : 'all'}</dd></div>
  <div><dt>Created</dt><dd><${Time} at=${client.createdAt} /></dd></div>
  <div><dt>Scopes</dt><dd>${client.scopes.map((scope) => html`<code>${scope}</code> `)}</dd></div>
</dl>`;

const Actions = ({ usage }) => (usage.lastDay.length === 0
  ? html`<${Empty}>No request in the last day.<//>`
  : html`<${Table} label="Requests by action" rows=${usage.lastDay} keyOf=${(row) => row.action} columns=${[
    ['Action', (row) => html`<code>${row.action}</code>`],
    ['Last hour', (row) => number(usage.lastHour.find((hour) => hour.action === row.action)?.requests || 0)],
    ['Last day', (row) => number(row.requests)]]} />`);

export function Client({ id }) {
  const path = `/clients/${encodeURIComponent(id)}`;
  const client = useLoad(path, 10);
  const usage = useLoad(`${path}/usage`, 10);
  return html`<p><a href="#/clients">All clients</a></p>
    <${Loaded} of=${client}>${(data) => html`
      <section><h2><${Text}>${data.name}<//></h2><${Facts} client=${data} />
        <div class="actions"><a class="button" href=${`#/audit/${encodeURIComponent(data.id)}`}>Audit entries</a>
          <${Freeze} client=${data} onDone=${client.reload} /></div></section>
      <${Keys} client=${data} onDone=${client.reload} />
      <section><h2>Requests</h2><${Loaded} of=${usage}>${(found) => html`<${Actions} usage=${found} />`}<//></section>`}<//>`;
}
