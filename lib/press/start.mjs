/** `npm start`: builds what is missing or no longer what is written, then runs the press in this same process. */
import { findMissing } from './requirements.mjs';

const missing = findMissing();
if (missing) refuse(missing);
else {
  const { addressOfBundle, build, isStale } = await import('./build.mjs');
  try {
    if (await isStale()) {
      console.error('正在编译，约半分钟…… / Building, about half a minute…');
      await build();
    }
    await import(addressOfBundle('press.mjs'));
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} words */
function refuse(words) {
  console.error(words);
  process.exitCode = 1;
}
