/** The proof as one HTML file: a table of the issue, then each article with its Problems, pictures, links and text. Asks for nothing else. */
import { asMarkup, markup, type Markup } from '@/lib/desk/markup';
import { plainDate } from '@/lib/locale/dates';
import { originalLocale } from '@/lib/locale/locales';
import type { Bilingual, Problem } from '@/lib/problem';
import { articleSection, both, languageCell, problemList, stateCell, tally, type ProofedArticle } from './article-section';
import type { ProofIssue } from './read-issue';

export interface Proof {
  readonly issue: ProofIssue;
  readonly articles: readonly ProofedArticle[];
  /** Names of pictures that nothing in the issue shows. */
  readonly unusedPictures: readonly string[];
  /** When it was made: `YYYY-MM-DD HH:MM`, China time. */
  readonly made: string;
  /** Why pages of articles are estimated that were not printed and counted. */
  readonly whyEstimated: Bilingual;
}

/** By it a proof of ours is known, which the next one may overwrite. */
export const proofMark = '<meta name="generator" content="desk proof">';
/** The file may load nothing but what it holds. */
const policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

export function proofPage({ issue, articles, unusedPictures, made, whyEstimated }: Proof, style: string): string {
  const name = `《${issue.periodicalTitle}》${plainDate(issue.issue, originalLocale)}`;
  const problems = [...articles.flatMap(({ article }) => article.problems), ...issue.problems];
  return markup`<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">${asMarkup(proofMark)}<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${name}校样 Proof</title><style>${asMarkup(style)}</style></head>
<body><header><h1>${name}校样 <span lang="en">Proof</span></h1><p>${facts(issue)}</p><p class="quiet">${both('制作时间', 'Made')} ${made}　<code>${issue.periodical}/${issue.issue}</code></p></header>
<main>${summary(articles, problems)}${contents(articles)}${articles.every(({ pages }) => pages.isMeasured) ? undefined : markup`<p class="quiet">* ${both(`页数是估算的：${whyEstimated.zh}。`, `Pages are estimated: ${whyEstimated.en}.`)}</p>`}${others(issue.problems, unusedPictures)}${articles.map(articleSection)}</main></body></html>
`.html;
}

function facts({ number, total, title }: ProofIssue): string {
  return [number && `第${number}期`, total && `总第${total}期`, title].filter(Boolean).join('　');
}

function summary(articles: readonly ProofedArticle[], problems: readonly Problem[]): Markup {
  const count = (isWanted: (one: ProofedArticle) => boolean): number => articles.filter(isWanted).length;
  const errors = problems.filter(({ level }) => level === 'error').length;
  const missing = (locale: string): number => count(({ article }) => article.languages.some((one) => one.locale === locale && one.state === 'missing'));
  const items: readonly (readonly [zh: string, en: string, count: number, mark: string])[] = [
    ['文章', 'articles', articles.length, ''],
    ['错误', 'errors', errors, 'bad'],
    ['提醒', 'warnings', problems.length - errors, 'doubt'],
    ['草稿', 'drafts', count(({ article }) => article.state === 'draft'), 'doubt'],
    ['定时', 'scheduled', count(({ article }) => article.state === 'scheduled'), ''],
    ['缺英文', 'without English', missing('en'), 'doubt'],
    ['缺日文', 'without Japanese', missing('ja'), 'doubt'],
    ['印刷页', 'printed pages', articles.reduce((sum, { pages }) => sum + pages.count, 0), ''],
  ];
  return markup`<ul class="summary">${items.map(([zh, en, number, mark]) => markup`<li><strong class="${number > 0 ? mark : ''}">${number}</strong> ${both(zh, en)}</li>`)}</ul>`;
}

const heads: readonly (readonly [zh: string, en: string])[] = [['序', 'No.'], ['栏目', 'Column'], ['标题', 'Headline'], ['状态、时间', 'Status, time'], ['文种', 'Languages'], ['图', 'Pictures'], ['链接', 'Links'], ['页', 'Pages'], ['问题', 'Problems']];

function contents(articles: readonly ProofedArticle[]): Markup {
  if (articles.length === 0) return markup`<p class="bad">${both('这一期还没有文章。', 'This issue has no article yet.')}</p>`;
  return markup`<div class="scroll"><table class="contents"><thead><tr>${heads.map(([zh, en]) => markup`<th scope="col">${both(zh, en)}</th>`)}</tr></thead><tbody>${articles.map(row)}</tbody></table></div>`;
}

function row({ article, pictures, links, pages }: ProofedArticle, place: number): Markup {
  const lacking = pictures.filter(({ alt, found }) => !alt || !found).length;
  const broken = links.filter(({ state }) => state === 'broken').length;
  const part = (count: number, zh: string, en: string): Markup => (count > 0 ? markup`<br><span class="bad">${count} ${both(zh, en)}</span>` : markup``);
  return markup`<tr><td>${place + 1}</td><td>${article.column ?? '—'}</td><td class="title"><a href="#${article.slug}">${article.title}</a></td><td>${stateCell(article)}</td><td class="narrow">${article.languages.map(languageCell)}</td><td>${pictures.length}${part(lacking, '要补', 'incomplete')}</td><td>${links.length}${part(broken, '不通', 'broken')}</td><td class="narrow">${pages.count}${pages.isMeasured ? '' : ' *'}</td><td class="narrow">${tally(article.problems)}</td></tr>`;
}

/** What belongs to no article: the issue's own file, misplaced files, pictures. */
function others(problems: readonly Problem[], unusedPictures: readonly string[]): Markup {
  if (problems.length + unusedPictures.length === 0) return markup``;
  return markup`<section><h3>${both('本期其他文件', 'Other files of the issue')}</h3>${problemList(problems)}${unusedPictures.length === 0 ? undefined : markup`<p class="doubt">${both('没有用到的图片', 'Pictures that nothing shows')}: ${unusedPictures.join('、')}</p>`}</section>`;
}
