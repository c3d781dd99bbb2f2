/**
 * `npm run desk`: the desk as the last build bundled it, which is there in a third of the time, or, where nothing is built or something is
 * written otherwise by now, the desk's sources.
 */
import { addressOfBundle, isStale } from '../press/build.mjs';

if (await isStale()) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(new URL('./cli.ts', import.meta.url).href);
} else await import(addressOfBundle('desk.mjs'));
