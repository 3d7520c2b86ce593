// The list of clients: search, usage against the limit, and the form for a new one.
import { html, useEffect, useState } from './preact.js';
import { call, query } from './api.js';
import { number } from './format.js';
import { useLoad } from './load.js';
import { Bar, Empty, Field, Loaded, Outcome, Pager, Table, Text, Time, usePages } from './parts.js';
import { FormDialog } from './dialog.js';

const SCOPES = ['people:read', 'people:write', 'orders:read', 'orders:write', 'tags:read', 'channels:read', 'channels:write', 'messages:read',
  'messages:send', 'templates:read', 'tunnels:read', 'tunnels:write', 'users:read', 'calls:write', 'sync:run', 'admin', 'audit:read', 'raw:read'];

export const address = (client) => `#/clients/${encodeURIComponent(client.id)}`;

export const Usage = ({ client }) => html`<${Bar} value=${client.activity.busiestMinute} max=${client.requestsPerMinute}
    label="busiest minute of the last hour against the limit" />
  <small>${number(client.activity.busiestMinute)} of ${number(client.requestsPerMinute)}</small>`;

function NewClient({ onClose }) {
  const create = async ({ name, owner, purpose, requestsPerMinute, ...checked }) => {
    const client = await call('POST', '/clients', {
      name, owner, purpose, requestsPerMinute: requestsPerMinute ? Number(requestsPerMinute) : null,
      scopes: SCOPES.filter((scope) => checked[scope]),
    });
    window.location.hash = address(client);
  };
  return html`<${FormDialog} title="New client" submit="Create the client" action=${create} onClose=${onClose}>
    <${Field} label="Name"><input name="name" required maxlength="100" autocomplete="off" /><//>
    <${Field} label="Owner" hint="The responsible team or person."><input name="owner" required maxlength="100" autocomplete="off" /><//>
    <${Field} label="Purpose"><input name="purpose" required maxlength="500" autocomplete="off" /><//>
    <${Field} label="Requests a minute" hint="Empty for the default of the gateway."><input name="requestsPerMinute" type="number" min="1" max="100000" /><//>
    <fieldset><legend>Scopes</legend><div class="choices">${SCOPES.map((scope) => html`
      <label><input type="checkbox" name=${scope} /> <code>${scope}</code></label>`)}</div></fieldset>
  <//>`;
}

/** The text that was entered, a moment after the last key. */
function useSettled(text) {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 300);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

const COLUMNS = [
  ['Client', (client) => html`<a href=${address(client)}><${Text}>${client.name}<//></a>`],
  ['Owner', (client) => html`<${Text}>${client.owner}<//>`],
  ['State', (client) => html`<${Outcome} name=${client.state} />`],
  ['Last use', (client) => html`<${Time} at=${client.activity.lastUsedAt} relative />`],
  ['Busiest minute', (client) => html`<${Usage} client=${client} />`],
  ['Scopes', (client) => html`<span title=${client.scopes.join(', ')}>${client.scopes.length > 3
    ? `${client.scopes.slice(0, 2).join(', ')} and ${client.scopes.length - 2} more` : client.scopes.join(', ')}</span>`],
];

export function Clients() {
  const [text, setText] = useState('');
  const [isNew, setNew] = useState(false);
  const q = useSettled(text.trim());
  const pages = usePages(q);
  const clients = useLoad(`/clients${query({ q, cursor: pages.cursor })}`, 10);
  return html`<div class="toolbar">
      <${Field} label="Search" hint="A part of the name, the owner or the id.">
        <input type="search" value=${text} maxlength="100" onInput=${(event) => setText(event.target.value)} /><//>
      <button type="button" class="primary" onClick=${() => setNew(true)}>New client</button>
    </div>
    ${isNew && html`<${NewClient} onClose=${() => setNew(false)} />`}
    <section><${Loaded} of=${clients}>${(data) => (data.items.length === 0
      ? html`<${Empty}>${q ? 'No client matches. Search for less.' : 'There is no client yet. Create one, then a key for it.'}<//>`
      : html`<${Table} label="Clients" rows=${data.items} keyOf=${(client) => client.id} columns=${COLUMNS} />
        <${Pager} pages=${pages} nextCursor=${data.nextCursor} />`)}<//></section>`;
}
