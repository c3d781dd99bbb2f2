#!/usr/bin/env node
// The whole test, in order: types, lint, unit tests (the house rules among them), production build, end-to-end.
// `node .ci/test.mjs [step ...]` runs only the named steps. The last line counts what ran: `N passed, N failed`.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const steps = {
  types: { say: 'Types', commands: [['npx', 'next', 'typegen'], ['npx', 'tsc', '--noEmit']] },
  lint: { say: 'Lint', commands: [['npx', 'eslint', '.', '--max-warnings', '0']] },
  unit: { say: 'Unit tests and house rules', commands: [['npx', 'tsx', '--test', ...onEveryProcessor(), '--test-reporter=spec', ...unitTests('lib'), ...unitTests('app')]], count: countNodeTests },
  build: { say: 'Production build', commands: [['npm', 'run', '--silent', 'build']] },
  e2e: { say: 'End-to-end in Chromium', commands: [['npx', 'playwright', 'test', '--reporter=list']], count: countPlaywright },
};

/** Node leaves one processor free unless it is told not to; before 20.10 it cannot be told. */
function onEveryProcessor() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || minor >= 10 ? [`--test-concurrency=${os.availableParallelism()}`] : [];
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

function run([command, ...parameters]) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' } });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
        process.stdout.write(chunk);
      });
    }
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0 || wanted.includes('--help')) {
  console.log(`Usage: node .ci/test.mjs [${Object.keys(steps).join(' | ')} ...]`);
  process.exit(wanted.includes('--help') ? 0 : 2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
for (const name of wanted.length > 0 ? wanted : Object.keys(steps)) {
  const step = steps[name];
  const began = Date.now();
  console.log(`\n== ${step.say}`);
  let isGood = true;
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const command of step.commands) {
    const { code, output } = await run(command);
    const counted = step.count?.(output);
    if (counted) for (const key of Object.keys(counts)) counts[key] += counted[key];
    // A step that is no test runner counts as one test; a runner that failed without naming a failure does too.
    if (code !== 0) {
      isGood = false;
      if (counts.failed === 0) counts.failed = 1;
      break;
    }
    if (counted && counted.passed === 0) {
      console.log(`${step.say}: the runner says that it ran no test`);
      isGood = false;
      counts.failed = 1;
    }
  }
  if (!step.count && isGood) counts.passed = 1;
  for (const key of Object.keys(total)) total[key] += counts[key];
  console.log(`== ${step.say}: ${isGood ? 'good' : 'FAILED'} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);
