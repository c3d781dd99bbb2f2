/**
 * `npm run desk`: the desk as the last build bundled it, which is there in a third of the time, or, where nothing is built or something is
 * written otherwise by now, the desk's sources.
 */
import { findMissing } from '../press/requirements.mjs';

const missing = findMissing();
if (missing) {
  console.error(missing);
  process.exitCode = 2;
} else {
  const { addressOfBundle, isStale } = await import('../press/build.mjs');
  if (await isStale()) {
    const { register } = await import('tsx/esm/api');
    register();
    await import(new URL('./cli.ts', import.meta.url).href);
  } else await import(addressOfBundle('desk.mjs'));
}
