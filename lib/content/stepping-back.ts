/** Work that nobody waits for, on a thread of its own: whoever serves readers has the processor first. */
import { readlinkSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * Gives the thread that calls it the lowest priority. Linux alone knows priorities of threads (setpriority(2)); elsewhere, and where
 * the system does not say which thread this is, nothing happens.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    // <process>/task/<thread>
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
    setPriority(thread, constants.priority.PRIORITY_LOW);
  } catch {
    // A courtesy: the work is done all the same.
  }
}
