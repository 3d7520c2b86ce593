// The API client: sends the key, throws problems, waits as long as a 429 says, and knows whether the gateway can be reached.
const BASE = '/api/v1';
const STORED = 'gateway-console-key';
const listeners = new Set();

export const state = { key: sessionStorage.getItem(STORED) || '', reason: '', isLost: false, waitUntil: 0 };

export class Problem extends Error {
  constructor(body) {
    super(body.detail || body.title);
    this.body = body;
  }
}

/** Calls back after each change of the state; returns the end of it. */
export function watch(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(changes) {
  if (Object.entries(changes).some(([name, value]) => state[name] !== value)) {
    Object.assign(state, changes);
    listeners.forEach((listener) => listener());
  }
}

export function useKey(key) {
  sessionStorage.setItem(STORED, key);
  change({ key, reason: '' });
}

export function forgetKey(reason = '') {
  sessionStorage.removeItem(STORED);
  change({ key: '', reason });
}

const sleep = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

async function waitForTurn() {
  while (state.waitUntil > Date.now()) {
    await sleep(Math.min(1000, state.waitUntil - Date.now()));
    listeners.forEach((listener) => listener());
  }
  change({ waitUntil: 0 });
}

async function fetchOnce(method, path, { body, accept, signal }) {
  const headers = { Authorization: `Bearer ${state.key}`, Accept: accept };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  try {
    const response = await fetch(BASE + path, {
      method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body), cache: 'no-store', credentials: 'omit',
    });
    change({ isLost: false });
    return response;
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    change({ isLost: true });
    throw new Problem({ title: 'No connection', detail: 'The gateway cannot be reached. The console tries again by itself.' });
  }
}

async function problemOf(response) {
  const requestId = response.headers.get('X-Request-Id');
  const body = await response.json().catch(() => ({}));
  return new Problem({ title: `The gateway answered ${response.status}`, status: response.status, requestId, ...body });
}

/** A response with a status of success. A request over the limit was not executed, so it is sent again when the limit allows it. */
export async function send(method, path, { body, accept = 'application/json', signal } = {}) {
  const key = state.key;
  for (;;) {
    await waitForTurn();
    const response = await fetchOnce(method, path, { body, accept, signal });
    if (response.status === 429) {
      change({ waitUntil: Date.now() + 1000 * Math.max(1, Number(response.headers.get('Retry-After')) || 1) });
    } else if (response.ok) {
      return response;
    } else {
      const problem = await problemOf(response);
      if (response.status === 401 && key === state.key) {
        forgetKey(`The gateway does not accept this key. ${problem.message} Request id: ${problem.body.requestId}`);
      }
      throw problem;
    }
  }
}

export async function call(method, path, body) {
  const response = await send(method, path, { body });
  return response.status === 204 ? null : response.json();
}

export const get = (path, signal) => send('GET', path, { signal }).then((response) => response.json());

/** Only the parameters that have a value. */
export function query(parameters) {
  const filled = Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return filled.length ? '?' + new URLSearchParams(filled) : '';
}
