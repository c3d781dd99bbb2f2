/**
 * Every kind of page, in every language, is HTML as its standard has it: the Nu checker of the W3C finds no error and warns of nothing. Elder
 * mode, which the press makes from the finished page, is looked at for every kind in one of the languages.
 */
import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { elderPath, everyPage } from './places';
import { expect, locales, test } from './reader';

const run = promisify(execFile);
const checker = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');
const hasJava = spawnSync('java', ['-version']).status === 0;

interface Finding {
  readonly type: string;
  readonly subType?: string;
  readonly url: string;
  readonly lastLine?: number;
  readonly lastColumn?: number;
  readonly message: string;
  readonly extract?: string;
}

/** @param files HTML files. @throws Error when the checker itself cannot run. */
async function check(files: readonly string[]): Promise<readonly Finding[]> {
  const { stderr } = await run('java', ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xss2m', '-jar', checker, '--exit-zero-always', '--format', 'json', ...files], { maxBuffer: 50_000_000 });
  return (JSON.parse(stderr) as { messages: Finding[] }).messages;
}

// The checker is a Java program, and Java cannot be had from npm: where it is missing these tests say so. .ci/run installs it.
test.skip(!hasJava, 'Java is missing: sudo apt-get install default-jre-headless');

test('the checker sees a mistake', async ({}, info) => {
  const file = info.outputPath('wrong.html');
  fs.writeFileSync(file, '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body><p><div></div></p></body></html>');
  expect((await check([file])).map(({ type }) => type)).toContain('error');
});

test('the HTML of every page is valid, in every language', async ({ request }, info) => {
  test.slow();
  const pages = locales.flatMap((locale, quarter) => {
    const plain = everyPage(locale).map(({ name, path: address }) => ({ name: `${name}-${locale}`, address }));
    const inElderMode = everyPage(locale).flatMap(({ name, path: address }, number) => (number % locales.length === quarter ? [{ name: `${name}-${locale}-elder`, address: elderPath(address) }] : []));
    return [...plain, ...inElderMode];
  });
  // All at once: the checker takes longer to start than to read a hundred pages.
  const files = await Promise.all(
    pages.map(async ({ name, address }) => {
      const file = info.outputPath(`${name.replaceAll(' ', '-')}.html`);
      fs.writeFileSync(file, await (await request.get(address)).text());
      return file;
    }),
  );
  const findings = await check(files);
  expect(findings.map(({ url, lastLine, lastColumn, message, extract }) => `${path.basename(url)}:${lastLine ?? 0}:${lastColumn ?? 0} ${message} ${extract ?? ''}`)).toEqual([]);
});
