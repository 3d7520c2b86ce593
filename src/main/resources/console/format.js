// Numbers, times and words for people.
const numbers = new Intl.NumberFormat('en');
const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const times = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit',
  fractionalSecondDigits: 3 });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
const UNITS = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];
const LONGEST = 200;
const REORDERING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;

export const number = (value) => numbers.format(value);

export const percent = (part, whole) => (whole ? `${Math.round((100 * part) / whole)}\u00a0%` : '–');

export const local = (instant) => moments.format(new Date(instant));

/** To the millisecond. */
export const exact = (instant) => times.format(new Date(instant));

export const utc = (instant) => new Date(instant).toISOString().replace('T', ' ').replace('Z', ' UTC');

function inUnits(seconds) {
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) || UNITS.at(-1);
  return [Math.round(seconds / size), unit];
}

/** "14 minutes ago", "in 3 days". */
export function ago(instant, now = Date.now()) {
  return relative.format(...inUnits((new Date(instant) - now) / 1000));
}

/** "14 minutes". */
export function duration(seconds) {
  const [amount, unit] = inUnits(seconds);
  return `${number(amount)} ${unit}${amount === 1 ? '' : 's'}`;
}

export const millis = (value) => (value < 1000 ? `${number(value)}\u00a0ms` : `${number(Math.round(value / 100) / 10)}\u00a0s`);

/** Text of others: characters that reorder the line become visible, and only its begin is shown. */
export function shown(text) {
  const visible = String(text).replace(REORDERING, '\ufffd');
  const characters = [...visible];
  return characters.length <= LONGEST
    ? visible
    : `${characters.slice(0, LONGEST).join('')}… (${number(characters.length)} characters)`;
}

/** "not_applied" as "not applied". */
export const words = (name) => String(name).replaceAll('_', ' ').replaceAll('-', ' ');

/** A local date and time of a form as an instant. */
export const instant = (local) => (local ? new Date(local).toISOString() : '');

/** An instant as the local date and time of a form. */
export function localInput(millisSinceEpoch) {
  const date = new Date(millisSinceEpoch);
  return new Date(date - date.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
}
