/** The door of sharp, which reads and makes pictures. It is loaded when first asked for: whoever needs no picture does not wait for it. */
import { createRequire } from 'node:module';
import type Sharp from 'sharp';

/** By `require`: the entry that `import` finds is no JavaScript to Node 20.9, which knows no import attributes. */
export function loadSharp(): typeof Sharp {
  return createRequire(import.meta.url)('sharp') as typeof Sharp;
}
