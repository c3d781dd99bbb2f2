import assert from 'node:assert/strict';
import { test } from 'node:test';
import { githubReport } from './github-report';

test('a problem is one command, with the signs of the format escaped', () => {
  const report = githubReport([{ file: 'a,b:c.md', line: 2, column: 5, rule: 'misprint', level: 'warning', message: { zh: '100%\n错', en: 'wrong' }, remedy: { zh: '改', en: 'mend' } }], 'content/');
  assert.equal(report, '::warning file=content/a%2Cb%3Ac.md,line=2,col=5,title=misprint::100%25%0A错 / wrong → 改 / mend\n');
  assert.equal(githubReport([], 'content/'), '');
});
