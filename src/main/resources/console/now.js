// What the gateway does now: Leeloo's minute, the cache, the changes and the replicas.
import { html, useMemo, useState } from './preact.js';
import { duration, number, percent, words } from './format.js';
import { useLoad } from './load.js';
import { Bar, Empty, Field, Loaded, Outcome, Table, Time } from './parts.js';
import { ClientName } from './names.js';
import { Chart } from './chart.js';

const SERVED = ['hit', 'stale', 'stale_while_revalidate', 'served_stale', 'collapsed'];
const ARC = Math.PI * 80;

function Gauge({ quota }) {
  const part = Math.min(1, quota.used / quota.limit);
  return html`<div class="gauge" role="meter" aria-label="Calls to Leeloo in the last minute" aria-valuemin="0" aria-valuemax=${quota.limit}
      aria-valuenow=${Math.min(quota.used, quota.limit)}>
    <svg viewBox="0 0 200 112" aria-hidden="true">
      <path class="track" d="M20 100a80 80 0 0 1 160 0" />
      <path class=${part > 0.9 ? 'value full' : 'value'} d="M20 100a80 80 0 0 1 160 0" stroke-dasharray=${`${part * ARC} ${ARC}`} />
      <text x="100" y="86">${number(quota.used)}</text><text class="small" x="100" y="107">of ${number(quota.limit)}</text>
    </svg></div>`;
}

const Minute = ({ quota, me }) => html`<div class="split">
  <${Gauge} quota=${quota} />
  <div>
    ${quota.pauseSeconds > 0 && html`<p class="banner bad">Leeloo asked for a pause: ${quota.pauseSeconds} s.</p>`}
    ${quota.pace < 1 && html`<p class="banner">The pace is ${percent(quota.pace, 1)}, because Leeloo's own limit was reached.</p>`}
    <dl class="facts">${quota.queue.map((row) => html`<div><dt>${words(row.callClass)}</dt><dd>${number(row.waiting)} waiting</dd></div>`)}</dl>
  </div></div>
  ${quota.clients.length === 0 ? html`<${Empty}>No client called Leeloo in the last minute.<//>`
    : html`<${Table} label="Clients in the last minute" rows=${quota.clients} keyOf=${(row) => row.clientId} columns=${[
      ['Client', (row) => html`<${ClientName} id=${row.clientId} me=${me} />`],
      ['Used', (row) => number(row.used)],
      ['Waiting', (row) => number(row.waiting)],
      ['Guaranteed', (row) => number(row.guaranteed)],
      ['Of the limit', (row) => html`<${Bar} value=${row.used} max=${quota.limit} label="part of Leeloo's minute" />`]]} />`}`;

const ALL = [['used', 'used'], ['waited', 'waited'], ['refused', 'refused']];

/** The rows of one minute become one row with a value for each line. */
function perMinute(items, isDivided) {
  const minutes = new Map();
  for (const { minute, name, used, waited, refused } of items) {
    const row = minutes.get(minute) || { minute, values: {} };
    const add = (key, value) => { row.values[key] = (row.values[key] || 0) + value; };
    isDivided ? add(name, used) : ALL.forEach(([key]) => add(key, { used, waited, refused }[key]));
    minutes.set(minute, row);
  }
  return [...minutes.values()];
}

function History() {
  const [by, setBy] = useState('all');
  const history = useLoad(`/quota/history?by=${by === 'client' ? 'client' : 'class'}`, 15);
  const items = history.data?.items;
  const rows = useMemo(() => perMinute(items || [], by !== 'all'), [items, by]);
  const names = [...new Set((items || []).map((item) => item.name))].sort().join('\n');
  const lines = useMemo(() => (by === 'all' ? ALL : names.split('\n').filter(Boolean).map((name) => [name, words(name)])), [names, by]);
  return html`<${Field} label="Show">
      <select value=${by} onChange=${(event) => setBy(event.target.value)}>
        <option value="all">all calls: used, waited, refused</option>
        <option value="class">used, by class of call</option>
        <option value="client">used, by client</option>
      </select><//>
    <${Loaded} of=${history}>${(data) => (data.items.length === 0
      ? html`<${Empty}>No call to Leeloo in the last hour. Reads that the cache answers make none.<//>`
      : html`<${Chart} label="Calls to Leeloo by minute" rows=${rows} lines=${lines} limit=${data.limit} />`)}<//>`;
}

function Reads({ reads }) {
  const total = reads.reduce((sum, row) => sum + row.number, 0);
  const served = reads.filter((row) => SERVED.includes(row.name)).reduce((sum, row) => sum + row.number, 0);
  return html`<p class="big">${percent(served, total)} <small>of ${number(total)} reads without a call of their own</small></p>
    <dl class="facts">${reads.filter((row) => row.number).map((row) => html`<div><dt>${words(row.name)}</dt><dd>${number(row.number)}</dd></div>`)}</dl>`;
}

const Status = ({ status }) => html`
  <div class="cards">
    <section><h2>Cache</h2><${Reads} reads=${status.reads} /></section>
    <section><h2>Changes</h2><dl class="facts">${status.outcomes.map((row) => html`
      <div><dt>${words(row.name)}</dt><dd>${number(row.number)}</dd></div>`)}</dl>
      <p><a href="#/worklist">Open the worklist</a></p></section>
    <section><h2>Age of the cache</h2>${!status.cache ? html`<${Empty}>The database is too busy to measure it.<//>` : status.cache.length === 0 ? html`<${Empty}>The cache is empty.<//>`
      : html`<${Table} label="Age of the cache" rows=${status.cache} keyOf=${(row) => row.kind} columns=${[
        ['Kind', (row) => words(row.kind)], ['Entries', (row) => number(row.entries)],
        ['Half are at most', (row) => duration(row.medianSeconds)], ['Oldest', (row) => duration(row.oldestSeconds)]]} />`}</section>
  </div>
  <section><h2>Replicas</h2>
    <${Table} label="Replicas" rows=${status.replicas} keyOf=${(row) => row.id} columns=${[
      ['Replica', (row) => html`<code>${row.id.slice(0, 8)}</code>${row.id === status.answeredBy && ' (answered)'}`],
      ['Version', (row) => row.version],
      ['Started', (row) => html`<${Time} at=${row.startedAt} relative />`],
      ['Answers from memory', (row) => (row.cacheLease ? 'yes' : 'no, asks the database')],
      ['Shared budget', (row) => (row.quotaShared ? 'reached' : 'not reached')],
      ['Breakers', (row) => row.breakers.map((breaker) => html`<span class="pair">${breaker.group} <${Outcome} name=${breaker.state} /></span> `)]]} />
    <p class="soft">The counts begin with the start of each replica.</p></section>`;

export function Now({ me }) {
  const quota = useLoad('/quota', 3);
  const status = useLoad('/status', 5);
  return html`<section><h2>Leeloo's minute</h2><${Loaded} of=${quota}>${(data) => html`<${Minute} quota=${data} me=${me} />`}<//></section>
    <section><h2>The last hour</h2><${History} /></section>
    <${Loaded} of=${status}>${(data) => html`<${Status} status=${data} />`}<//>`;
}
