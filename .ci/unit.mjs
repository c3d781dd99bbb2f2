// Runs the test files it is given in this one process, as `node --import tsx .ci/unit.mjs lib/a.test.ts lib/b.test.ts`.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

for (const file of process.argv.slice(2)) await import(pathToFileURL(path.resolve(file)).href);
