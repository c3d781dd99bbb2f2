#!/usr/bin/env node
// The whole test, in order: types, lint, unit tests (the house rules among them), production build, end-to-end.
// `node .ci/test.mjs [step ...]` runs only the named steps. The last line counts what ran: `N passed, N failed`.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const processors = os.availableParallelism();
const steps = {
  routes: { say: 'Types of the routes', commands: [['npx', 'next', 'typegen']] },
  types: { say: 'Types', commands: [['npx', 'tsc', '--noEmit']] },
  lint: { say: 'Lint', commands: [['npx', 'eslint', '.', '--max-warnings', '0']] },
  unit: { say: 'Unit tests and house rules', commands: inGroups([...unitTests('lib'), ...unitTests('app')], 4 * processors).map(runTests), count: countNodeTests },
  build: { say: 'Production build', commands: [['npm', 'run', '--silent', 'build']] },
  e2e: { say: 'End-to-end in Chromium', commands: [['npx', 'playwright', 'test', '--reporter=list']], count: countPlaywright },
};
/** What stands in one line needs nothing of each other and runs side by side, one command for each processor. */
const order = [['routes'], ['lint', 'types', 'unit'], ['build'], ['e2e']];
let free = processors;
const waiting = [];

/** Dealt out in turn, so that neighbours, which are often as long, come into different groups. */
function inGroups(files, count) {
  return Array.from({ length: Math.min(count, files.length) }, (_, group) => files.filter((_, place) => place % count === group));
}

/** The tests of some files in one process: each file in its own would spend more time on loading than on testing. */
function runTests(files) {
  return [process.execPath, '--import', 'tsx', '--test-reporter=spec', '.ci/unit.mjs', ...files];
}

function unitTests(folder) {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .map((file) => path.posix.join(folder, String(file)))
    .filter((file) => /\.test\.tsx?$/.test(file))
    .sort();
}

/** node:test closes with lines such as `# pass 12` (TAP) or `ℹ pass 12` (spec). */
function countNodeTests(output) {
  const read = (word) => Number(new RegExp(`^(?:#|ℹ) ${word} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
  return { passed: read('pass'), failed: read('fail') + read('cancelled'), skipped: read('skipped') };
}

/** Playwright closes with `  12 passed (1.0m)`, `  1 failed`, `  2 flaky`, `  1 did not run`. */
function countPlaywright(output) {
  const read = (word) => Number(new RegExp(`^\\s+(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  return { passed: read('passed') + read('flaky'), failed: read('failed') + read('did not run') + read('interrupted'), skipped: read('skipped') };
}

/** Does the work when a processor is free for it; whoever came first goes first. */
async function inTurn(work) {
  if (free > 0) free -= 1;
  else await new Promise((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}

/** @param isAlone Whether its words may go out at once, because nothing else speaks meanwhile. */
function run([command, ...parameters], isAlone) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        if (isAlone) process.stdout.write(chunk);
      });
    }
    const end = (code) => {
      if (!isAlone) process.stdout.write(output);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += String(error);
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs the commands of a step, each as soon as a processor is free. */
async function carryOut({ say, commands, count }, isAlone) {
  const began = Date.now();
  console.log(`\n== ${say}`);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let isGood = true;
  const carry = async (command) => {
    const { code, output } = await inTurn(() => run(command, isAlone && commands.length === 1));
    const counted = count?.(output);
    if (counted) for (const key of Object.keys(counts)) counts[key] += counted[key];
    if (code !== 0) isGood = false;
    else if (counted && counted.passed === 0) {
      console.log(`${say}: the runner says that it ran no test`);
      isGood = false;
    }
  };
  await Promise.all(commands.map(carry));
  // A step that is no test runner counts as one test; a runner that failed without naming a failure does too.
  if (!isGood && counts.failed === 0) counts.failed = 1;
  if (!count && isGood) counts.passed = 1;
  console.log(`== ${say}: ${isGood ? 'good' : 'FAILED'} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return counts;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0 || wanted.includes('--help')) {
  console.log(`Usage: node .ci/test.mjs [${Object.keys(steps).join(' | ')} ...]`);
  process.exit(wanted.includes('--help') ? 0 : 2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const line of order) {
  const names = line.filter((name) => wanted.length === 0 || wanted.includes(name));
  const counts = await Promise.all(names.map((name) => carryOut(steps[name], names.length === 1)));
  for (const key of Object.keys(total)) for (const one of counts) total[key] += one[key];
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);
