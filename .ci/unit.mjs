// Runs the test files it is given in this one process, as `node --import tsx .ci/unit.mjs lib/a.test.ts lib/b.test.ts`. One module imports
// them all, so that all are loaded before the first test begins: loading would keep tests from hearing of time.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const files = process.argv.slice(2).map((file) => pathToFileURL(path.resolve(file)).href);
await import(`data:text/javascript,${encodeURIComponent(files.map((file) => `import ${JSON.stringify(file)};`).join('\n'))}`);
