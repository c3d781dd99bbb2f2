/** Problems as an editor reads them in a page: where, what is wrong, how to mend it. Chinese first, English second. */
import { markup, type Markup } from '@/lib/desk/markup';
import type { Bilingual, Level, Problem } from '@/lib/problem';

const levels: Readonly<Record<Level, Bilingual>> = { error: { zh: '错误', en: 'error' }, warning: { zh: '提醒', en: 'warning' } };
/** More would push the page out of sight. */
const mostShown = 50;

/** @param isShown Whether a page stands below it. @returns Nothing when there are no Problems. */
export function problemPanel(problems: readonly Problem[], isShown: boolean): Markup {
  if (problems.length === 0) return markup``;
  const errors = problems.filter(({ level }) => level === 'error').length;
  const warnings = problems.length - errors;
  const more = problems.length - mostShown;
  return markup`<aside class="preview-problems" lang="zh-Hans" aria-label="稿件问题"><details open><summary>稿件有 ${problems.length} 处问题：错误 ${errors}，提醒 ${warnings} <span lang="en">Problems in the files: ${problems.length} (errors ${errors}, warnings ${warnings})</span></summary>${
    errors > 0 ? explanation(isShown) : undefined
  }<ol>${problems.slice(0, mostShown).map(item)}</ol>${more > 0 ? markup`<p>另有 ${more} 处：npm run desk -- check <span lang="en">${more} more</span></p>` : undefined}</details></aside>`;
}

function explanation(isShown: boolean): Markup {
  return isShown
    ? markup`<p>有错误的文件，显示的是它上一个正确的版本；从来没有正确过的，暂不显示。 <span lang="en">A file with an error is shown as it was when it was last right; one that never was is not shown.</span></p>`
    : markup`<p>这一页还不能显示：先改正下面的错误，改好保存，网页自己出现。 <span lang="en">This page cannot be shown yet: mend the errors below and save, and it appears by itself.</span></p>`;
}

function item({ file, line, column, rule, level, message, remedy }: Problem): Markup {
  return markup`<li class="preview-problems__${level}"><p><code>${file}:${line}:${column}</code> <strong>${levels[level].zh} ${levels[level].en}</strong> <small>${rule}</small></p>${both(message, '')}${both(remedy, '→ ')}</li>`;
}

function both({ zh, en }: Bilingual, sign: string): Markup {
  return markup`<p>${sign}${zh} <span lang="en">${en}</span></p>`;
}
