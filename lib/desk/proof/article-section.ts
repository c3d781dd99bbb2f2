/** One article of a proof, and the cells that the table of the issue shares with it. */
import { markup, type Markup } from '@/lib/desk/markup';
import { localeFacts } from '@/lib/locale/locales';
import { bothTongues, type Bilingual, type Level, type Problem } from '@/lib/problem';
import type { ArticleText, MentionedPicture } from './article-text';
import type { ProofLink } from './links';
import { textAt, type ArticleState, type ProofArticle, type ProofLanguage } from './read-issue';

export interface ProofedArticle {
  readonly article: ProofArticle;
  readonly text: ArticleText | undefined;
  readonly pictures: readonly MentionedPicture[];
  readonly links: readonly ProofLink[];
  /** A4 sheets' sides. */
  readonly pages: { readonly count: number; readonly isMeasured: boolean };
}

/** Chinese first, English second. */
export function both(zh: string, en: string): Markup {
  return markup`${zh} <span lang="en">${en}</span>`;
}

const states: Readonly<Record<ArticleState, readonly [zh: string, en: string, mark: string]>> = {
  broken: ['有错误，登不出来', 'has errors, cannot go out', 'bad'],
  draft: ['草稿', 'draft', 'doubt'],
  scheduled: ['定时发布', 'scheduled', 'good'],
  published: ['已发布', 'published', 'good'],
  withdrawn: ['已撤回', 'withdrawn', 'doubt'],
};

export function stateCell({ state, published }: ProofArticle): Markup {
  const [zh, en, mark] = states[state];
  return markup`<span class="${mark}">${both(zh, en)}</span><br>${published ?? '—'}`;
}

const languageStates: Readonly<Record<ProofLanguage['state'], readonly [zh: string, en: string, mark: string]>> = {
  original: ['原文', 'Original', 'good'],
  translated: ['有', 'there', 'good'],
  converted: ['自动转换', 'converted', 'quiet'],
  missing: ['缺', 'missing', 'doubt'],
  broken: ['有错误', 'has errors', 'bad'],
  stale: ['落后于原文', 'behind the Original', 'bad'],
};

/** A line in the table of the issue. */
export function languageCell({ locale, state }: ProofLanguage): Markup {
  const [zh, en, mark] = languageStates[state];
  return markup`<span class="${mark}">${localeFacts[locale].name} ${both(zh, en)}</span><br>`;
}

const levels: Readonly<Record<Level, Bilingual>> = { error: { zh: '错误', en: 'error' }, warning: { zh: '提醒', en: 'warning' } };

export function tally(problems: readonly Problem[]): Markup {
  const errors = problems.filter(({ level }) => level === 'error').length;
  const warnings = problems.length - errors;
  if (problems.length === 0) return markup`<span class="good">${both('没有', 'none')}</span>`;
  return markup`${errors > 0 ? markup`<span class="bad">${both(`错误 ${errors}`, 'errors')}</span><br>` : undefined}${warnings > 0 ? markup`<span class="doubt">${both(`提醒 ${warnings}`, 'warnings')}</span>` : undefined}`;
}

export function problemList(problems: readonly Problem[]): Markup {
  const item = ({ file, line, column, level, rule, message, remedy }: Problem): Markup =>
    markup`<li class="${level}"><code>${file}:${line}:${column}</code> <strong>${bothTongues(levels[level])}</strong> <span class="quiet">${rule}</span><br>${both(message.zh, message.en)}<br>→ ${both(remedy.zh, remedy.en)}</li>`;
  return problems.length === 0 ? markup`` : markup`<ul class="problems">${problems.map(item)}</ul>`;
}

export function articleSection({ article, text, pictures, links, pages }: ProofedArticle): Markup {
  const { slug, file, title, column, document, problems, languages } = article;
  const kicker = textAt(document, 'kicker');
  return markup`
<section class="article" id="${slug}">${kicker === undefined ? undefined : markup`<p>${kicker}</p>`}<h2>${title}</h2>
<p><code>${file}</code>　${column ?? ''}　${stateCell(article)}　${pages.isMeasured ? both(`印出来 ${pages.count} 页`, 'printed pages') : both(`估算 ${pages.count} 页`, 'pages, estimated')}</p>${facts(article)}
${problems.length === 0 ? undefined : markup`<h3>${both('问题', 'Problems')}</h3>${problemList(problems)}`}
<h3>${both('文种', 'Languages')}</h3><table><tbody>${languages.map(languageRow)}</tbody></table>
${pictures.length === 0 ? undefined : markup`<h3>${both('图片', 'Pictures')}</h3><div class="scroll"><table><tbody>${pictures.map(pictureRow)}</tbody></table></div>`}
${links.length === 0 ? undefined : markup`<h3>${both('链接', 'Links')}</h3><table><tbody>${links.map(linkRow)}</tbody></table>`}
<h3>${both('正文', 'Text')}</h3>${bodyOf(article, text)}</section>`;
}

function facts({ document }: ProofArticle): Markup {
  const authors = document?.valueAt(['authors']);
  const newspaper = [textAt(document, 'newspaper', 'name'), textAt(document, 'newspaper', 'date'), textAt(document, 'newspaper', 'page')].filter(Boolean).join(' ');
  const told: readonly (readonly [zh: string, en: string, value: string | undefined])[] = [
    ['摘要', 'Summary', textAt(document, 'summary')],
    ['作者', 'Authors', Array.isArray(authors) ? authors.filter((name) => typeof name === 'string').join('、') : undefined],
    ['来源', 'Source', textAt(document, 'source', 'name')],
    ['原载', 'Newspaper', newspaper],
    ['撤回原因', 'Withdrawn because', textAt(document, 'withdrawal', 'reason')],
  ];
  return markup`${told.map(([zh, en, value]) => (value ? markup`<p>${both(zh, en)}: ${value}</p>` : undefined))}`;
}

function languageRow({ locale, state, title, kind }: ProofLanguage): Markup {
  const [zh, en, mark] = languageStates[state];
  const note = kind === 'machine' ? both('机器译文', 'machine') : kind === 'unofficial' ? both('非正式译文', 'unofficial') : undefined;
  return markup`<tr><th scope="row" class="narrow">${localeFacts[locale].name}</th><td class="narrow"><span class="${mark}">${both(zh, en)}</span></td><td>${note}</td><td lang="${localeFacts[locale].tag}">${title ?? ''}</td></tr>`;
}

const uses: Readonly<Record<MentionedPicture['use'], readonly [zh: string, en: string]>> = { cover: ['题图', 'cover'], figure: ['配图', 'figure'], body: ['正文', 'in the text'] };

function pictureRow({ name, use, alt, caption, credit, found }: MentionedPicture): Markup {
  const [zh, en] = uses[use];
  const size = found ? markup`${found.width} × ${found.height}<br>${Math.ceil(found.size / 1024)} KB` : markup`<span class="bad">${both('找不到或打不开', 'missing or broken')}</span>`;
  const words = alt ? markup`${both('替代文字', 'Alt')}: ${alt}` : markup`<span class="bad">${both('没有替代文字', 'no alt text')}</span>`;
  return markup`<tr><td>${found ? markup`<img class="thumb" src="${found.data}" alt="${alt ?? ''}">` : undefined}</td><td class="narrow"><code>${name}</code><br>${both(zh, en)}</td><td class="narrow">${size}</td><td>${words}${caption ? markup`<br>${both('图注', 'Caption')}: ${caption}` : undefined}${credit ? markup`<br>${both('署名', 'Credit')}: ${credit}` : undefined}</td></tr>`;
}

const linkStates: Readonly<Record<ProofLink['state'], readonly [zh: string, en: string, mark: string]>> = {
  resolves: ['通', 'resolves', 'good'],
  broken: ['不通', 'broken', 'bad'],
  elsewhere: ['别的网站，没有访问', 'another site, not visited', 'quiet'],
};

function linkRow({ address, line, state }: ProofLink): Markup {
  const [zh, en, mark] = linkStates[state];
  return markup`<tr><td class="narrow">${both(`第 ${line} 行`, 'line')}</td><td><code>${address}</code></td><td><span class="${mark}">${both(zh, en)}</span></td></tr>`;
}

function bodyOf({ state }: ProofArticle, text: ArticleText | undefined): Markup {
  if (state === 'withdrawn') return markup`<p>${both('已撤回，正文不登出来。', 'Withdrawn: readers do not see the text.')}</p>`;
  if (!text) return markup`<p class="bad">${both('文件读不出来，原因见“问题”。', 'The file cannot be read; the reason stands under Problems.')}</p>`;
  return text.html.html === '' ? markup`<p class="bad">${both('没有正文。', 'There is no text.')}</p>` : markup`<div class="text">${text.html}</div>`;
}
