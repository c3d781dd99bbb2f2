/** Gives the event loop back during long work, so that readers are served meanwhile. */
import { setImmediate as nextTurn } from 'node:timers/promises';

const longestTurn = 8;

/** Call and await the result often: it waits for a turn of the event loop only when the last one is some milliseconds ago. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < longestTurn) return;
    await nextTurn();
    since = performance.now();
  };
}
