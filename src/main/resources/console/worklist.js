// The changes whose outcome nobody knows, oldest first, and the form that settles one.
import { html, useState } from './preact.js';
import { call, query } from './api.js';
import { words } from './format.js';
import { useLoad } from './load.js';
import { Empty, Field, Loaded, Outcome, Pager, Text, Time, usePages } from './parts.js';
import { FormDialog } from './dialog.js';
import { ClientName } from './names.js';

const FILTERS = { unknown: 'Unknown', sending: 'In progress', rejected: 'Rejected by Leeloo', not_sent: 'Not sent', not_applied: 'Not applied' };

function Resolve({ operation, onDone, onClose }) {
  const resolve = async ({ outcome, evidence }) => {
    await call('PATCH', `/operations/${encodeURIComponent(operation.id)}`, { outcome, evidence });
    onDone();
  };
  return html`<${FormDialog} title="Settle the change" submit="Settle" action=${resolve} onClose=${onClose}>
    <p>Look on Leeloo's pages whether <code>${operation.action}</code> for <${Text}>${operation.target?.id || 'the new resource'}<//> is there.
      After <em>not applied</em>, the client may send it again with the same idempotency key.</p>
    <fieldset><legend>Outcome</legend><div class="choices">
      <label><input type="radio" name="outcome" value="applied" required /> applied</label>
      <label><input type="radio" name="outcome" value="not_applied" required /> not applied</label></div></fieldset>
    <${Field} label="Evidence" hint="What you saw, without names, phone numbers or e-mails."><textarea name="evidence" required maxlength="500" rows="3"></textarea><//>
  <//>`;
}

const History = ({ history }) => html`<ol class="timeline">${history.map((step) => html`<li>
  <${Outcome} name=${step.outcome} /> <${Time} at=${step.at} /> <span class="soft">by <${Text}>${step.by}<//></span>
  ${step.evidence && html`<p><${Text}>${step.evidence}<//></p>`}</li>`)}</ol>`;

function Operation({ operation, me, onResolve }) {
  const canResolve = operation.outcome === 'unknown' && me.scopes.includes('admin');
  return html`<li class="operation">
    <h2><code>${operation.action}</code> <${Outcome} name=${operation.outcome} /></h2>
    <p>${operation.target ? html`${words(operation.target.kind)} <${Text}>${operation.target.id || 'new'}<//>` : 'no target'}, by <${ClientName} id=${operation.clientId} me=${me} />, <${Time} at=${operation.startedAt} relative /></p>
    <p class="soft">Operation <code>${operation.id}</code>, request ${''}<a href=${`#/request/${encodeURIComponent(operation.requestId)}`}><${Text}>${operation.requestId}<//></a></p>
    <${History} history=${operation.history} />
    ${canResolve && html`<button type="button" class="primary" onClick=${() => onResolve(operation)}>Settle</button>`}
  </li>`;
}

export function Worklist({ me }) {
  const [outcome, setOutcome] = useState('unknown');
  const [chosen, setChosen] = useState(null);
  const sort = outcome === 'unknown' || outcome === 'sending' ? 'startedAt' : '';
  const pages = usePages(outcome);
  const operations = useLoad(`/operations${query({ outcome, sort, cursor: pages.cursor })}`, 5);
  return html`<${Field} label="Show">
      <select value=${outcome} onChange=${(event) => setOutcome(event.target.value)}>
        ${Object.entries(FILTERS).map(([value, label]) => html`<option value=${value}>${label}</option>`)}</select><//>
    ${!me.scopes.includes('admin') && html`<p class="soft">Without the scope <code>admin</code>, you see the changes of your own client and cannot settle them.</p>`}
    <${Loaded} of=${operations}>${(data) => (data.items.length === 0
      ? html`<${Empty}>${outcome === 'unknown' ? 'Nothing to settle: the outcome of every change is known.' : 'No change has this outcome.'}<//>`
      : html`<ul class="list">${data.items.map((operation) => html`
          <${Operation} key=${operation.id} operation=${operation} me=${me} onResolve=${setChosen} />`)}</ul>
        <${Pager} pages=${pages} nextCursor=${data.nextCursor} />`)}<//>
    ${chosen && html`<${Resolve} operation=${chosen} onDone=${operations.reload} onClose=${() => setChosen(null)} />`}`;
}
