// Follows server-sent events with the key of the session, which EventSource cannot send.
import { useEffect, useState } from './preact.js';
import { send } from './api.js';

const PAUSE = 3000;

async function* events(path, signal) {
  const response = await send('GET', path, { accept: 'text/event-stream', signal });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (text + part.value).split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const data = block.split('\n').filter((line) => line.startsWith('data:')).map((line) => line.slice(5)).join('\n');
      if (data) {
        yield JSON.parse(data);
      }
    }
  }
}

/** The last event of a stream, which is followed until an event is the end; a stream that breaks off is followed anew. Not while the tab is hidden. */
export function useStream(path, isEnd, onEnd) {
  const [last, setLast] = useState({ event: null, problem: null });
  useEffect(() => {
    let attempt = null;
    let timer = 0;
    const follow = async () => {
      const own = new AbortController();
      attempt = own;
      try {
        for await (const event of events(path, own.signal)) {
          setLast({ event, problem: null });
          if (isEnd(event)) {
            onEnd();
            return;
          }
        }
      } catch (problem) {
        if (own.signal.aborted) {
          return;
        }
        setLast((former) => ({ event: former.event, problem }));
      }
      timer = setTimeout(follow, PAUSE);
    };
    const stop = () => {
      clearTimeout(timer);
      attempt?.abort();
    };
    const turn = () => {
      stop();
      if (!document.hidden) {
        follow();
      }
    };
    document.addEventListener('visibilitychange', turn);
    turn();
    return () => {
      stop();
      document.removeEventListener('visibilitychange', turn);
    };
  }, [path]);
  return last;
}
