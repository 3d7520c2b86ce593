// The keys of a client: make one, roll one, revoke one. A key is shown once.
import { html, useState } from './preact.js';
import { call, query } from './api.js';
import { ago, instant, local, localInput } from './format.js';
import { useLoad } from './load.js';
import { Badge, Copy, Empty, Field, Loaded, Pager, ProblemBox, Table, Text, Time, usePages } from './parts.js';
import { ConfirmDialog, FormDialog } from './dialog.js';

const WEEK = 7 * 24 * 3600 * 1000;

const pathOf = (client) => `/clients/${encodeURIComponent(client.id)}/keys`;
const used = (key) => (key.lastUsedAt ? `was used ${ago(key.lastUsedAt)}` : 'was never used');
const Name = ({ of }) => html`<code>${of.prefix}</code>${of.label && html` (<${Text}>${of.label}<//>)`}`;

function stateOf(key) {
  if (key.revokedAt) {
    return ['revoked', 'bad'];
  }
  return Date.parse(key.expiresAt) < Date.now() ? ['expired', 'bad'] : ['works', 'good'];
}

function NewKey({ client, onMade, onClose }) {
  const make = async ({ label, expiresAt }) =>
    onMade(await call('POST', pathOf(client), { label: label || null, expiresAt: instant(expiresAt) || null }));
  return html`<${FormDialog} title="New key" submit="Make the key" action=${make} onClose=${onClose}>
    <${Field} label="Label" hint="Where the key is used: crm, staging."><input name="label" maxlength="100" autocomplete="off" /><//>
    <${Field} label="Expires" hint="Empty for the default of the gateway."><input name="expiresAt" type="datetime-local" /><//>
  <//>`;
}

/** The new key first; if the end of the old key fails, both work and the new key is shown with the problem. */
function RollKey({ client, rolled, onMade, onClose }) {
  const roll = async ({ label, until }) => {
    const made = await call('POST', pathOf(client), { label: label || null });
    try {
      await call('PATCH', `${pathOf(client)}/${encodeURIComponent(rolled.id)}`, { expiresAt: instant(until) });
      onMade(made);
    } catch (problem) {
      onMade(made, problem);
    }
  };
  return html`<${FormDialog} title="Roll the key" submit="Make the new key" action=${roll} onClose=${onClose}>
    <p>A new key is made. <${Name} of=${rolled} />, which ${used(rolled)}, works until the date below; requests with it get a 401 afterwards.</p>
    <${Field} label="Label of the new key"><input name="label" maxlength="100" autocomplete="off" value=${rolled.label || ''} /><//>
    <${Field} label="The old key works until"><input name="until" type="datetime-local" required value=${localInput(Date.now() + WEEK)} /><//>
  <//>`;
}

function RevokeKey({ client, revoked, onDone, onClose }) {
  const revoke = async () => {
    await call('DELETE', `${pathOf(client)}/${encodeURIComponent(revoked.id)}`);
    onDone();
  };
  return html`<${ConfirmDialog} title="Revoke the key" submit="Revoke" client=${client} action=${revoke} onClose=${onClose}>
    <p><${Name} of=${revoked} /> <strong>${used(revoked)}</strong>. Requests with it get a 401: at once on this replica, within 5 seconds
      on every other. A revoked key never works again.</p>
  <//>`;
}

const Made = ({ made, onClose }) => html`<div class="made" role="alert">
  <strong>This is the key. It is shown only now.</strong>
  <p class="secret"><code>${made.key.key}</code> <${Copy} text=${made.key.key} /></p>
  <${ProblemBox} problem=${made.problem} />
  <button type="button" onClick=${onClose}>I have stored it</button></div>`;

export function Keys({ client, onDone }) {
  const pages = usePages(client.id);
  const keys = useLoad(`${pathOf(client)}${query({ cursor: pages.cursor })}`, 10);
  const [step, setStep] = useState(null);
  const [made, setMade] = useState(null);
  const close = () => setStep(null);
  const done = () => {
    keys.reload();
    onDone();
  };
  const onMade = (key, problem) => {
    setMade({ key, problem });
    done();
  };
  const steps = (key) => (stateOf(key)[0] === 'works' ? html`<span class="row-actions">
    <button type="button" aria-label=${`Roll ${key.prefix}`} onClick=${() => setStep({ kind: 'roll', key })}>Roll</button>
    <button type="button" class="danger" aria-label=${`Revoke ${key.prefix}`} onClick=${() => setStep({ kind: 'revoke', key })}>Revoke</button>
    </span>` : null);
  return html`<section><h2>Keys</h2>
    ${made && html`<${Made} made=${made} onClose=${() => setMade(null)} />`}
    <${Loaded} of=${keys}>${(data) => (data.items.length === 0 ? html`<${Empty}>The client has no key, so it cannot send requests. Make one.<//>`
      : html`<${Table} label="Keys" rows=${data.items} keyOf=${(key) => key.id} columns=${[
        ['Key', (key) => html`<code>${key.prefix}</code>`],
        ['Label', (key) => html`<${Text}>${key.label || '–'}<//>`],
        ['State', (key) => html`<${Badge} kind=${stateOf(key)[1]}>${stateOf(key)[0]}<//>`],
        ['Made', (key) => html`<${Time} at=${key.createdAt} relative />`],
        ['Last use', (key) => html`<${Time} at=${key.lastUsedAt} relative />`],
        ['Ends', (key) => html`<span title=${local(key.expiresAt)}><${Time} at=${key.expiresAt} relative /></span>`],
        ['Steps', steps]]} /><${Pager} pages=${pages} nextCursor=${data.nextCursor} />`)}<//>
    <div class="actions"><button type="button" class="primary" onClick=${() => setStep({ kind: 'new' })}>New key</button></div>
    ${step?.kind === 'new' && html`<${NewKey} client=${client} onMade=${onMade} onClose=${close} />`}
    ${step?.kind === 'roll' && html`<${RollKey} client=${client} rolled=${step.key} onMade=${onMade} onClose=${close} />`}
    ${step?.kind === 'revoke' && html`<${RevokeKey} client=${client} revoked=${step.key} onDone=${done} onClose=${close} />`}
  </section>`;
}
