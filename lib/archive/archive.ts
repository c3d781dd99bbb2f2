/**
 * A made-up archive as a content folder: site, standing pages, periodicals, issues, articles, translations, a few pictures.
 * Promises: equal options give equal text files, the folder holds exactly `articles` Originals, and everything in it is plainly fictional.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { openChance, type Chance } from './chance';
import { drawPictures, type Drawing } from './drawing';
import { keywords, people } from './phrases';
import { periodicals, planIssues, type ArchiveOptions, type PlannedIssue, type PlannedPeriodical } from './plan';
import { standingFiles } from './standing';
import { composeStory, summariseStory, tellStory, type Story, type Tongue } from './wording';

export interface ArchiveReport {
  readonly issues: number;
  readonly articles: number;
  readonly files: number;
  readonly bytes: number;
}

interface NamedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** How often a translation exists, and which may be a machine's. */
const translations: readonly { readonly tongue: Exclude<Tongue, 'zh'>; readonly share: number; readonly kind: string }[] = [
  { tongue: 'en', share: 0.2, kind: 'unofficial' },
  { tongue: 'ja', share: 0.12, kind: 'machine' },
];

/**
 * Writes the archive into `folder`, which is made when missing; files of the same name are overwritten.
 * `onProgress` hears how many articles of how many are written, once per issue.
 * @throws Error of the file system.
 */
export async function writeArchive(folder: string, options: ArchiveOptions, onProgress: (done: number, total: number) => void): Promise<ArchiveReport> {
  const drawings = await drawPictures(options.seed);
  const report = { issues: 0, articles: 0, files: 0, bytes: 0 };
  const write = async (place: string, files: readonly NamedFile[]): Promise<void> => {
    const target = path.join(folder, place);
    await fs.mkdir(target, { recursive: true });
    await Promise.all(files.map(({ name, content }) => fs.writeFile(path.join(target, name), content)));
    report.files += files.length;
    report.bytes += files.reduce((sum, { content }) => sum + (typeof content === 'string' ? Buffer.byteLength(content) : content.length), 0);
  };
  for (const { place, name, content } of standingFiles) await write(place, [{ name, content }]);
  for (const periodical of periodicals) await write(`news/periodicals/${periodical.slug}`, composePeriodical(periodical));
  for (const issue of planIssues(options)) {
    await write(`news/periodicals/${issue.periodical.slug}/${issue.date}`, composeIssue(issue, options, drawings));
    report.issues += 1;
    report.articles += issue.articles;
    onProgress(report.articles, options.articles);
  }
  return report;
}

function composePeriodical(periodical: PlannedPeriodical): readonly NamedFile[] {
  const words = (at: 0 | 1 | 2): readonly string[] => [
    `title: ${quoted(periodical.title[at])}`,
    `coverTitle: ${quoted(periodical.cover[at])}`,
    `coverSubtitle: ${quoted(periodical.subtitle[at])}`,
    `description: ${quoted(periodical.description[at])}`,
  ];
  const order = periodicals.indexOf(periodical) + 1;
  const columns = periodical.columns.flatMap(({ slug, name }) => [`  - slug: ${slug}`, `    name: ${quoted(name[0])}`]);
  const named = (at: 1 | 2): readonly string[] => periodical.columns.map(({ slug, name }) => `  ${slug}: ${quoted(name[at])}`);
  return [
    { name: 'index.md', content: document([...words(0), `order: ${order}`, 'columns:', ...columns], '') },
    { name: 'index.en.md', content: document([...words(1), 'columns:', ...named(1)], '') },
    { name: 'index.ja.md', content: document([...words(2), 'columns:', ...named(2)], '') },
  ];
}

function composeIssue(issue: PlannedIssue, options: ArchiveOptions, drawings: readonly Drawing[]): readonly NamedFile[] {
  const files: NamedFile[] = [];
  const pictures = new Map<string, Uint8Array>();
  const chance = openChance(options.seed, issue.periodical.slug, issue.date, 'issue');
  if (chance.happens(0.7)) files.push({ name: 'index.md', content: composeIssueIndex(issue, chance, drawings, pictures) });
  const taken = new Map<string, number>();
  for (let order = 1; order <= issue.articles; order++) {
    const story = composeStory(chance, storyLength(chance));
    const count = (taken.get(story.slug) ?? 0) + 1;
    taken.set(story.slug, count);
    const slug = count === 1 ? story.slug : `${story.slug}-${count}`;
    files.push(...composeArticle({ issue, story, slug, order, chance, drawings, pictures }));
  }
  for (const [name, content] of pictures) files.push({ name, content });
  return files;
}

/** Lengths as a paper's: most near 700 characters, some short notices, a few long reports; about 800 on average. */
function storyLength(chance: Chance): number {
  const normal = chance.next() + chance.next() + chance.next() + chance.next() - 2;
  return Math.min(2900, Math.max(300, Math.round(Math.exp(6.55 + normal * 0.9))));
}

function composeIssueIndex(issue: PlannedIssue, chance: Chance, drawings: readonly Drawing[], pictures: Map<string, Uint8Array>): string {
  const days = Math.floor(Date.parse(`${issue.date}T00:00:00Z`) / 86_400_000);
  const ofYear = days - Math.floor(Date.parse(`${issue.date.slice(0, 4)}-01-01T00:00:00Z`) / 86_400_000);
  const span = issue.periodical.everyWeeks * 7;
  const facts = [`number: ${Math.floor(ofYear / span) + 1}`, `total: ${Math.floor(days / span)}`];
  if (chance.happens(0.15)) facts.push(...pictureFacts('cover', chance, drawings, pictures));
  return document(facts, '');
}

interface ArticleParts {
  readonly issue: PlannedIssue;
  readonly story: Story;
  readonly slug: string;
  readonly order: number;
  readonly chance: Chance;
  readonly drawings: readonly Drawing[];
  readonly pictures: Map<string, Uint8Array>;
}

function composeArticle({ issue, story, slug, order, chance, drawings, pictures }: ArticleParts): readonly NamedFile[] {
  // The first of an issue comes out last in the day, so that it leads the lists of what is new.
  const minute = Math.max(0, 18 * 60 + 30 - order * 8 - chance.between(0, 7));
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const author = chance.pick(people);
  const facts = [
    ...wordsOf(story, 'zh'),
    `published: ${issue.date} ${time}`,
    `column: ${quoted(issue.periodical.columns[(order - 1) % issue.periodical.columns.length]?.name[0] ?? '')}`,
    `order: ${order}`,
  ];
  const hasAuthor = chance.happens(0.8);
  if (hasAuthor) facts.push(`authors: [${quoted(author[0])}]`);
  if (chance.happens(0.5)) facts.push('source:', '  name: 示例园区管理处', ...(chance.happens(0.3) ? ['  address: https://example.com/'] : []));
  if (chance.happens(0.4)) facts.push('newspaper:', '  name: 示例日报', `  date: ${issue.date}`, `  page: ${chance.pick(['A', 'B'])}${String(chance.between(1, 12)).padStart(2, '0')}`);
  if (chance.happens(0.6)) facts.push(`keywords: [${chance.pick(keywords)}, ${slug}]`);
  if (chance.happens(order === 1 ? 0.4 : 0.02)) facts.push(...pictureFacts('cover', chance, drawings, pictures));
  if (chance.happens(0.01)) facts.push('corrections:', `  - date: ${issue.date}`, '    wrong: 上一版误为三月。', '    right: 应为四月。');
  const hasCorrection = facts.includes('corrections:');
  const originals = [{ name: `${slug}.md`, content: document(facts, tellStory(story, 'zh')) }];
  const translated = translations
    .filter(({ share }) => chance.happens(share))
    .map(({ tongue, kind }) => {
      const words = [...wordsOf(story, tongue), `translation: ${kind}`];
      if (hasAuthor) words.push('names:', `  ${author[0]}: ${quoted(author[tongue === 'en' ? 1 : 2])}`);
      if (hasCorrection) words.push('corrections:', '  - wrong: "3"', '    right: "4"');
      return { name: `${slug}.${tongue}.md`, content: document(words, tellStory(story, tongue)) };
    });
  return [...originals, ...translated];
}

function wordsOf(story: Story, tongue: Tongue): readonly string[] {
  const kicker = story.kicker?.[{ zh: 0, en: 1, ja: 2 }[tongue]];
  return [
    `title: ${quoted(story.title(tongue))}`,
    ...(kicker ? [`kicker: ${quoted(kicker)}`] : []),
    ...(story.hasSummary ? [`summary: ${quoted(summariseStory(story, tongue))}`] : []),
  ];
}

function pictureFacts(key: string, chance: Chance, drawings: readonly Drawing[], pictures: Map<string, Uint8Array>): readonly string[] {
  const { name, bytes } = chance.pick(drawings);
  pictures.set(name, bytes);
  return [`${key}:`, `  image: ${name}`, '  alt: 程序画的湖、山和太阳', '  caption: 范例湖（程序绘制）', '  credit: 某甲工作室'];
}

function document(facts: readonly string[], body: string): string {
  return `---\n${facts.join('\n')}\n---\n${body ? `\n${body}` : ''}`;
}

/** A YAML string whatever it holds: JSON's strings are YAML's double-quoted ones. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
