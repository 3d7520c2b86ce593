// The frame of the console: the key, the panels and the banners.
import { html, render, useEffect, useRef, useState } from './preact.js';
import { forgetKey, state } from './api.js';
import { useClientState, useLoad } from './load.js';
import { Loading, ProblemBox, Text } from './parts.js';
import { KeyForm } from './key.js';
import { Now } from './now.js';
import { Clients } from './clients.js';
import { Client } from './client.js';
import { Worklist } from './worklist.js';
import { Audit } from './audit.js';
import { Request } from './request.js';
import { Synchronization } from './sync.js';

const PANELS = {
  now: { title: 'Now', view: Now },
  clients: { title: 'Clients', view: Clients, detail: Client, scope: 'admin' },
  worklist: { title: 'Worklist', view: Worklist },
  audit: { title: 'Audit', view: Audit, scope: 'audit:read' },
  request: { title: 'Request', view: Request },
  sync: { title: 'Synchronization', view: Synchronization, scope: 'sync:run' },
};

function location() {
  const [name, ...rest] = window.location.hash.replace(/^#\/?/, '').split('/');
  const decode = (part) => { try { return decodeURIComponent(part); } catch { return part; } };
  return { name: PANELS[name] ? name : 'now', id: decode(rest.join('/')) };
}

function useLocation() {
  const [place, setPlace] = useState(location());
  useEffect(() => {
    const change = () => setPlace(location());
    window.addEventListener('hashchange', change);
    return () => window.removeEventListener('hashchange', change);
  }, []);
  return place;
}

function Banners() {
  const seconds = Math.ceil((state.waitUntil - Date.now()) / 1000);
  return html`<div role="status">
    ${state.isLost && html`<p class="banner bad">The gateway cannot be reached. The figures may be old; the console tries again by itself.</p>`}
    ${state.waitUntil > Date.now() && html`<p class="banner">The limit of this key is reached. The console goes on in ${seconds} seconds.</p>`}
  </div>`;
}

function Header({ me, place }) {
  return html`<header>
    <a class="brand" href="#/now">Leeloo Gateway</a>
    <nav aria-label="Panels">${Object.entries(PANELS).map(([name, { title }]) => html`
      <a href=${`#/${name}`} aria-current=${name === place.name ? 'page' : null}>${title}</a>`)}</nav>
    <p class="who">${me && html`<${Text}>${me.name}<//>`} <button type="button" onClick=${() => forgetKey()}>Forget the key</button></p>
  </header>`;
}

const MissingScope = ({ scope, me }) => html`<div class="problem">
  <strong>This key does not have the scope <code>${scope}</code></strong>
  <p>The key of <${Text}>${me.name}<//> has ${me.scopes.map((own) => html`<code>${own}</code> `)}. Use another key for this panel, or ask an
    administrator for the scope.</p></div>`;

function Panel({ place, me }) {
  const heading = useRef(null);
  const panel = PANELS[place.name];
  const View = place.id && panel.detail ? panel.detail : panel.view;
  useEffect(() => {
    document.title = `${panel.title} - Leeloo Gateway`;
    heading.current?.focus({ preventScroll: true });
  }, [place.name, place.id]);
  return html`<main>
    <h1 tabindex="-1" ref=${heading}>${panel.title}</h1>
    ${panel.scope && !me.scopes.includes(panel.scope)
      ? html`<${MissingScope} scope=${panel.scope} me=${me} />`
      : html`<${View} key=${`${place.name}/${place.id}`} id=${place.id} me=${me} />`}
  </main>`;
}

function Session() {
  const place = useLocation();
  const { data: me, problem } = useLoad('/me', 60);
  return html`<${Header} me=${me} place=${place} /><${Banners} />
    ${me ? html`<${Panel} place=${place} me=${me} />`
      : html`<main><h1>Console</h1>${problem ? html`<${ProblemBox} problem=${problem} />` : html`<${Loading} />`}</main>`}`;
}

function Console() {
  useClientState();
  return state.key ? html`<${Session} key=${state.key} />` : html`<${KeyForm} />`;
}

render(html`<${Console} />`, document.getElementById('console'));
