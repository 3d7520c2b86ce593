// A line chart of the last hour, and the same figures as a table.
import { html, useEffect, useMemo, useRef, useState } from './preact.js';
import { number } from './format.js';
import { Table } from './parts.js';

const COLORS = 11;
const HEIGHT = 220;

const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Minutes without calls have no row. Returns the time axis and the values of each series. */
function columns(rows, lines, now) {
  const last = Math.floor(now / 60000);
  const minutes = Array.from({ length: 60 }, (_, index) => (last - 59 + index) * 60);
  const at = new Map(rows.map((row) => [Date.parse(row.minute) / 1000, row]));
  return [minutes, ...lines.map(([key]) => minutes.map((minute) => at.get(minute)?.values[key] || 0))];
}

function options(lines, limit, width) {
  const grid = { stroke: color('--line'), width: 1 };
  const axis = { stroke: color('--soft'), grid, ticks: grid };
  return {
    width, height: HEIGHT, padding: [12, 24, 0, 0], legend: { show: false }, cursor: { drag: { x: false } },
    scales: { y: { range: (_, __, max) => [0, Math.max(limit, max) * 1.05] } },
    axes: [{ ...axis, values: (_, splits) => splits.map((split) => new Date(split * 1000).toLocaleTimeString('en-GB', { timeStyle: 'short' })) },
      { ...axis, size: 64 }],
    series: [{}, ...lines.map(([, label], index) => ({ label, stroke: color(`--chart-${index % COLORS}`), width: 2, points: { show: false } }))],
  };
}

function useScheme() {
  const [scheme, setScheme] = useState(0);
  useEffect(() => {
    const media = matchMedia('(prefers-color-scheme: dark)');
    const change = () => setScheme((turn) => turn + 1);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, []);
  return scheme;
}

/** Rows are {minute, values}, lines are [key, label]. */
export function Chart({ label, rows, lines, limit }) {
  const place = useRef(null);
  const scheme = useScheme();
  const data = useMemo(() => columns(rows, lines, Date.now()), [rows, lines]);
  useEffect(() => {
    const plot = new window.uPlot(options(lines, limit, place.current.clientWidth), data, place.current);
    const sizes = new ResizeObserver(() => plot.setSize({ width: place.current.clientWidth, height: HEIGHT }));
    sizes.observe(place.current);
    return () => {
      sizes.disconnect();
      plot.destroy();
    };
  }, [data, lines, limit, scheme]);

  const total = (index) => data[index + 1].reduce((sum, value) => sum + value, 0);
  const summary = lines.map(([, name], index) => `${name} ${number(total(index))}`).join(', ');
  return html`<div class="chart" role="img" aria-label=${`${label} in the last hour: ${summary}`} ref=${place}></div>
    <ul class="legend">${lines.map(([, name], index) => html`<li class=${`line-${index % COLORS}`}>${name} <b>${number(total(index))}</b></li>`)}</ul>
    <details><summary>The figures as a table</summary>
      <${Table} label=${label} rows=${[...rows].reverse()} keyOf=${(row) => row.minute} columns=${[
        ['Minute', (row) => new Date(row.minute).toLocaleTimeString('en-GB', { timeStyle: 'short' })],
        ...lines.map(([key, name]) => [name, (row) => number(row.values[key] || 0)])]} />
    </details>`;
}
