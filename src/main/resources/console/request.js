// The trace of a request id as a timeline.
import { html } from './preact.js';
import { millis } from './format.js';
import { useLoad } from './load.js';
import { Empty, Field, Loaded, Outcome, Text, Time } from './parts.js';
import { ClientName } from './names.js';

/** The steps of a served request, [time, what, details]; a step without a time belongs to the one before it. */
function stepsOf({ entry, reads, attempts, rateLimit }, me) {
  const ended = entry.durationMs === null ? null : new Date(Date.parse(entry.at) + entry.durationMs).toISOString();
  return [
    [entry.at, 'Received', html`<code>${entry.action || 'no route'}</code>${entry.source && html` from <${Text}>${entry.source}<//>`}`],
    [null, entry.clientId ? 'Authenticated' : 'Not authenticated',
      html`<${ClientName} id=${entry.clientId} me=${me} />${entry.keyId && html`, key <code>${entry.keyId}</code>`}${rateLimit && html`, limit <code>${rateLimit}</code>`}`],
    ...reads.map((read) => [null, 'Cache', html`<code>${read.cacheStatus}</code>, ${read.ageSeconds} s old`]),
    ...attempts.map((attempt, index) => [attempt.at, `Call ${index + 1} to Leeloo`,
      html`answered <${Text}>${attempt.result}<//> after ${millis(attempt.durationMs)}${waited(entry, attempts, index)}`]),
    [ended, ended ? 'Answered' : 'Not answered yet',
      html`<${Outcome} name=${entry.outcome || 'in progress'} /> ${entry.status}${entry.problem && html` <code>${entry.problem}</code>`}`],
  ];
}

/** The time before a call in which the gateway looked into the cache and waited for its turn. */
function waited(entry, attempts, index) {
  const before = index === 0 ? Date.parse(entry.at) : Date.parse(attempts[index - 1].at) + attempts[index - 1].durationMs;
  const pause = Date.parse(attempts[index].at) - before;
  return pause > 0 ? `; its turn came after ${millis(pause)}` : '';
}

const Served = ({ served, me }) => html`<section>
  <h2><code>${served.entry.action || 'no route'}</code> <${Outcome} name=${served.entry.outcome || 'in progress'} /></h2>
  <p>${served.entry.durationMs !== null && html`Took ${millis(served.entry.durationMs)}. `}${served.entry.target?.ids?.length > 0
    && html`Target <${Text}>${served.entry.target.ids.join(', ')}<//>. `}${served.entry.operationId && html`Operation <code>${served.entry.operationId}</code>.`}</p>
  <ol class="timeline">${stepsOf(served, me).map(([at, what, details]) => html`<li><strong>${what}</strong> ${at && html`<${Time} at=${at} precise />`}<p>${details}</p></li>`)}</ol>
</section>`;

export function Request({ id, me }) {
  const trace = useLoad(id && `/requests/${encodeURIComponent(id)}`);
  const submit = (event) => {
    event.preventDefault();
    const sought = new FormData(event.target).get('id').trim();
    window.location.hash = `#/request/${encodeURIComponent(sought)}`;
    trace.reload();
  };
  return html`<form class="toolbar" onSubmit=${submit}>
      <${Field} label="Request id" hint="From the header X-Request-Id or from a problem."><input name="id" required maxlength="100" value=${id} autocomplete="off" /><//>
      <button type="submit" class="primary">Show the trace</button></form>
    ${!id ? html`<${Empty}>Paste the id of a request to see what happened to it.<//>`
      : html`<${Loaded} of=${trace}>${(data) => data.requests.map((served) => html`<${Served} key=${served.entry.id} served=${served} me=${me} />`)}<//>`}`;
}
