/** Where the portal lies. This file is one folder below, as a source in lib/ and bundled in .build/. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the portal, absolute. */
export const root = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
