// Small parts of all panels. Text of others is a text node, isolated from the direction of the line around it.
import { html, useState } from './preact.js';
import { ago, exact, local, percent, shown, utc } from './format.js';

export const Text = ({ children }) => html`<bdi class="text">${shown(children ?? '')}</bdi>`;

/** In the zone of the viewer, with UTC on hover. */
export const Time = ({ at, relative, precise }) => at
  ? html`<time datetime=${at} title=${`${local(at)}, ${utc(at)}`}>${relative ? ago(at) : precise ? exact(at) : local(at)}</time>`
  : html`<span class="soft">never</span>`;

export function ProblemBox({ problem }) {
  if (!problem) {
    return null;
  }
  const body = problem.body || { title: 'The console failed', detail: problem.message };
  return html`<div class="problem" role="alert">
    <strong>${body.title}</strong>
    <p><${Text}>${body.detail}<//></p>
    ${body.errors && html`<ul>${body.errors.map((error) => html`<li><code>${error.field}</code> <${Text}>${error.detail}<//></li>`)}</ul>`}
    ${body.requestId && html`<p class="soft">Request id <a href=${`#/request/${encodeURIComponent(body.requestId)}`}>${shown(body.requestId)}</a></p>`}
  </div>`;
}

export const Empty = ({ children }) => html`<p class="empty">${children}</p>`;

export const Loading = () => html`<p class="soft" role="status">Loading…</p>`;

/** The first response is awaited, a problem is shown beside older data. */
export const Loaded = ({ of: { data, problem }, children }) => html`
  <${ProblemBox} problem=${problem} />
  ${data ? children(data) : !problem && html`<${Loading} />`}`;

export const Badge = ({ kind, children }) => html`<span class=${`badge ${kind}`}>${children}</span>`;

const KINDS = {
  applied: 'good', success: 'good', completed: 'good', active: 'good', closed: 'good',
  unknown: 'bad', failed: 'bad', frozen: 'bad', open: 'bad', denied: 'bad',
};
export const Outcome = ({ name }) => html`<${Badge} kind=${KINDS[name] || 'plain'}>${String(name).replaceAll('_', ' ')}<//>`;

export function Bar({ value, max, label }) {
  const part = max ? Math.min(1, value / max) : 0;
  return html`<div class=${`bar ${part > 0.9 ? 'full' : ''}`} role="meter" aria-label=${label} aria-valuemin="0" aria-valuemax=${max}
      aria-valuenow=${Math.min(value, max)} title=${`${label}: ${percent(value, max)}`}>
    <svg width="100%" height="8" aria-hidden="true"><rect width=${`${part * 100}%`} height="8" rx="4" /></svg>
  </div>`;
}

export function Field({ label, hint, children }) {
  return html`<label class="field"><span>${label}</span>${children}${hint && html`<small>${hint}</small>`}</label>`;
}

export function Copy({ text }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false));
  return html`<button type="button" onClick=${copy}>${isCopied ? 'Copied' : 'Copy'}</button>
    <span class="hidden" role="status">${isCopied ? 'copied' : ''}</span>`;
}

/** Columns are [label, view of a row]; on narrow screens each row is a card. */
export function Table({ label, columns, rows, keyOf }) {
  return html`<table role="table" aria-label=${label}>
    <thead role="rowgroup"><tr role="row">${columns.map(([name]) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr></thead>
    <tbody role="rowgroup">${rows.map((row) => html`<tr role="row" key=${keyOf(row)}>
      ${columns.map(([name, view]) => html`<td role="cell" data-label=${name}><div>${view(row)}</div></td>`)}</tr>`)}</tbody>
  </table>`;
}

/** The cursors of the pages that were seen; the last one is the page that is shown. */
export function usePages(start) {
  const [pages, setPages] = useState({ start, cursors: [''] });
  const cursors = pages.start === start ? pages.cursors : [''];
  return {
    cursor: cursors.at(-1),
    isFirst: cursors.length === 1,
    next: (cursor) => setPages({ start, cursors: [...cursors, cursor] }),
    back: () => setPages({ start, cursors: cursors.slice(0, -1) }),
  };
}

export const Pager = ({ pages, nextCursor }) => (pages.isFirst && !nextCursor ? null : html`<nav class="pager" aria-label="Pages">
  <button type="button" disabled=${pages.isFirst} onClick=${pages.back}>Back</button>
  <button type="button" disabled=${!nextCursor} onClick=${() => pages.next(nextCursor)}>Next</button></nav>`);
