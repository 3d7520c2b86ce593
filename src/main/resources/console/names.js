// The names of clients by their ids, which a key with the scope admin may ask for.
import { html, useEffect, useState } from './preact.js';
import { get, query } from './api.js';
import { Text } from './parts.js';

const names = new Map();

function nameOf(id) {
  if (!names.has(id)) {
    names.set(id, get(`/clients${query({ q: id, limit: 1 })}`).then(({ items }) => items[0]?.name, () => null));
  }
  return names.get(id);
}

export function ClientName({ id, me }) {
  const [name, setName] = useState(null);
  const isKnown = id?.startsWith('cl_') && me.scopes.includes('admin');
  useEffect(() => {
    if (isKnown) {
      nameOf(id).then(setName);
    }
  }, [id, isKnown]);
  if (!id) {
    return html`<span class="soft">none</span>`;
  }
  return isKnown && name
    ? html`<a href=${`#/clients/${encodeURIComponent(id)}`}><${Text}>${name}<//></a>`
    : html`<${Text}>${id === me.clientId ? me.name : id}<//>`;
}
