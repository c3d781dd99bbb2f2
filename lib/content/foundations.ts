/** Files without which nothing is published: the site's facts, and the index.md of a periodical that has issues. */
import { originalLocale } from '@/lib/locale/locales';
import type { Problem } from '@/lib/problem';
import { contentProblem, start } from './content-problem';
import { fileOf } from './place';

export function findMissingFoundations(periodicals: readonly string[], hasFile: (file: string) => boolean): readonly Problem[] {
  const needed = [
    fileOf({ kind: 'site', locale: originalLocale }),
    ...periodicals.map((periodical) => fileOf({ kind: 'periodical', periodical, locale: originalLocale })),
  ];
  return needed.filter((file) => !hasFile(file)).map(missing);
}

function missing(file: string): Problem {
  const keys = file === 'site.md' ? 'name、organisation、place' : 'title、columns';
  return contentProblem(
    file,
    start,
    'missing-fact',
    { zh: `缺少文件 ${file}`, en: `The file ${file} is missing` },
    { zh: `写好 ${file}，至少要有 ${keys}`, en: `Write ${file} with at least ${keys.replaceAll('、', ', ')}` },
  );
}
