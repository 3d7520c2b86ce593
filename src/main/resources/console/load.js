// Hooks that load from the API, once or every few seconds while the tab is visible.
import { useCallback, useEffect, useRef, useState } from './preact.js';
import { get, watch } from './api.js';

/** Renders again after each change of the client's state. */
export function useClientState() {
  const [, setTurn] = useState(0);
  useEffect(() => watch(() => setTurn((turn) => turn + 1)), []);
}

/** The last response stays while the next one loads or fails; a new path starts anew. Without a path nothing is loaded. */
export function useLoad(path, everySeconds = 0) {
  const [loaded, setLoaded] = useState({ path: null, data: null, problem: null });
  const current = useRef(null);

  const load = useCallback(async () => {
    const attempt = new AbortController();
    current.current?.abort();
    current.current = attempt;
    try {
      const data = await get(path, attempt.signal);
      setLoaded({ path, data, problem: null });
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        setLoaded((former) => ({ path, data: former.path === path ? former.data : null, problem }));
      }
    }
  }, [path]);

  useEffect(() => {
    if (!path) {
      return undefined;
    }
    load();
    const stop = everySeconds ? repeat(load, everySeconds) : () => {};
    return () => {
      stop();
      current.current?.abort();
    };
  }, [load, path, everySeconds]);

  const isCurrent = loaded.path === path;
  return { data: isCurrent ? loaded.data : null, problem: isCurrent ? loaded.problem : null, reload: load };
}

/** Repeats an action, but not while the tab is hidden; at its return, the action runs at once. */
function repeat(action, everySeconds) {
  let timer = 0;
  let isStopped = false;
  const schedule = () => {
    clearTimeout(timer);
    if (!isStopped && !document.hidden) {
      timer = setTimeout(() => action().then(schedule), everySeconds * 1000);
    }
  };
  const turn = () => (document.hidden ? clearTimeout(timer) : action().then(schedule));
  document.addEventListener('visibilitychange', turn);
  schedule();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', turn);
  };
}
