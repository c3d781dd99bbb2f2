/** Where look-answering.ts begins on a thread of its own when the portal runs from its sources; a build puts a bundle under this name. */
import { register } from 'tsx/esm/api';

register();
await import(new URL('./look-answering.ts', import.meta.url).href);
