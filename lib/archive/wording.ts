/**
 * Composes made-up articles: first what is said (which sentences, tables, lists), then how each language says it.
 * Promises that a translation says what its original says, and that no sentence is about anything real.
 */
import type { Chance } from './chance';
import { actions, actors, asides, kickers, openings, people, remarks, results, type Phrase } from './phrases';

export type Tongue = 'zh' | 'en' | 'ja';

interface Filled {
  readonly phrase: Phrase;
  readonly number: number;
}

interface Report { readonly kind: 'report'; readonly opening: Filled; readonly actor: Filled; readonly action: Filled; readonly result: Filled }
interface Said { readonly kind: 'said'; readonly person: Phrase; readonly remark: Filled }
interface Aside { readonly kind: 'aside'; readonly aside: Filled }
type Sentence = Report | Said | Aside;

type Block =
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[] }
  | { readonly kind: 'heading'; readonly words: Phrase }
  | { readonly kind: 'quotation'; readonly remark: Filled }
  | { readonly kind: 'list'; readonly items: readonly Filled[] }
  | { readonly kind: 'table'; readonly rows: readonly { readonly actor: Phrase; readonly last: number; readonly now: number }[] };

/** What an article says, before any language. */
export interface Story {
  /** A word for the address; not yet unique within the issue. */
  readonly slug: string;
  readonly title: (tongue: Tongue) => string;
  readonly kicker?: Phrase;
  readonly hasSummary: boolean;
  readonly blocks: readonly Block[];
}

const place: Readonly<Record<Tongue, 0 | 1 | 2>> = { zh: 0, en: 1, ja: 2 };
const tableHead: readonly [Phrase, Phrase, Phrase] = [['单位', 'Body', '団体'], ['上期', 'Before', '前回'], ['本期', 'Now', '今回']];

/** Roughly how many Han characters a sentence of the original has; only aims the length, so it need not be exact. */
const sentenceLength = 31;

/**
 * One story of about `length` Han characters.
 * Sentences repeat a part now and then, as dull news does, but no sentence stands twice in a row.
 */
export function composeStory(chance: Chance, length: number): Story {
  const topic = chance.pick(actions);
  const blocks: Block[] = [];
  let left = length;
  while (left > 0) {
    const isLater = blocks.length > 1;
    if (isLater && left > 400 && chance.happens(0.12)) blocks.push({ kind: 'heading', words: chance.pick(actions).headline });
    if (isLater && chance.happens(0.05)) blocks.push({ kind: 'quotation', remark: filled(chance, remarks) });
    if (isLater && chance.happens(0.05)) blocks.push({ kind: 'list', items: Array.from({ length: chance.between(2, 5) }, () => filledAction(chance)) });
    if (isLater && chance.happens(0.03)) {
      blocks.push({ kind: 'table', rows: Array.from({ length: chance.between(2, 6) }, () => ({ actor: chance.pick(actors), last: chance.between(3, 900), now: chance.between(3, 900) })) });
    }
    const sentences = Array.from({ length: chance.between(2, 5) }, (_, at) => composeSentence(chance, blocks.length === 0 && at === 0));
    blocks.push({ kind: 'paragraph', sentences });
    left -= sentences.length * sentenceLength;
  }
  return {
    slug: topic.slug,
    title: composeTitle(chance, topic.headline),
    ...(chance.happens(0.5) ? { kicker: chance.pick(kickers) } : {}),
    hasSummary: chance.happens(0.4),
    blocks,
  };
}

function composeSentence(chance: Chance, isFirst: boolean): Sentence {
  const roll = isFirst ? 0 : chance.next();
  if (roll < 0.72) {
    return { kind: 'report', opening: filled(chance, openings), actor: filled(chance, actors), action: filledAction(chance), result: filled(chance, results) };
  }
  if (roll < 0.88) return { kind: 'said', person: chance.pick(people), remark: filled(chance, remarks) };
  return { kind: 'aside', aside: filled(chance, asides) };
}

/** Headlines from seven characters to about sixty, because lists have to cope with both. */
function composeTitle(chance: Chance, headline: Phrase): Story['title'] {
  const roll = chance.next();
  const actor = chance.pick(actors);
  const result = filled(chance, results);
  const remark = filled(chance, remarks);
  const second = chance.pick(actions).headline;
  const said = (phrase: Phrase, tongue: Tongue): string => phrase[place[tongue]];
  return (tongue) => {
    const short = said(headline, tongue);
    if (roll < 0.4) return short;
    if (roll < 0.7) return { zh: `${short} ${say(result, 'zh')}`, en: `${short}; ${say(result, 'en')}`, ja: `${short}　${say(result, 'ja')}` }[tongue];
    if (roll < 0.85) return { zh: `“${say(remark, 'zh')}”——${short}侧记`, en: `“${say(remark, 'en')}”: ${short}`, ja: `「${say(remark, 'ja')}」${short}` }[tongue];
    const [who, also] = [said(actor, tongue), said(second, tongue)];
    return { zh: `${who}：${short}，${say(result, 'zh')}，${also}`, en: `${capital(who)}: ${short}, ${say(result, 'en')}, ${also}`, ja: `${who}、${short}、${say(result, 'ja')}、${also}` }[tongue];
  };
}

/** The body as Markdown. */
export function tellStory(story: Story, tongue: Tongue): string {
  return story.blocks.map((block) => tellBlock(block, tongue)).join('\n\n') + '\n';
}

/** The first sentence: what an editor might have written as the summary. */
export function summariseStory(story: Story, tongue: Tongue): string {
  const first = story.blocks.find((block) => block.kind === 'paragraph')?.sentences[0];
  return first ? tellSentence(first, tongue) : '';
}

function tellBlock(block: Block, tongue: Tongue): string {
  const at = place[tongue];
  switch (block.kind) {
    case 'paragraph':
      return block.sentences.map((sentence) => tellSentence(sentence, tongue)).join(tongue === 'en' ? ' ' : '');
    case 'heading':
      return `## ${block.words[at]}`;
    case 'quotation':
      return `> ${say(block.remark, tongue)}`;
    case 'list':
      return block.items.map((item) => `- ${capital(say(item, tongue))}`).join('\n');
    case 'table': {
      const head = tableHead.map((phrase) => phrase[at]).join(' | ');
      return [`| ${head} |`, '| --- | ---: | ---: |', ...block.rows.map((row) => `| ${row.actor[at]} | ${row.last} | ${row.now} |`)].join('\n');
    }
  }
}

function tellSentence(sentence: Sentence, tongue: Tongue): string {
  switch (sentence.kind) {
    case 'report': {
      const [opening, actor, action, result] = [sentence.opening, sentence.actor, sentence.action, sentence.result].map((part) => say(part, tongue));
      if (tongue === 'zh') return `${opening}，${actor}${action}，${result}。`;
      return tongue === 'en' ? `${opening}, ${actor} ${action}; ${result}.` : `${opening}、${actor}は${action}、${result}。`;
    }
    case 'said': {
      const [person, remark] = [sentence.person[place[tongue]], say(sentence.remark, tongue)];
      if (tongue === 'zh') return `${person}说：“${remark}。”`;
      return tongue === 'en' ? `“${remark},” said ${person}.` : `${person}は「${remark}」と話した。`;
    }
    case 'aside':
      return say(sentence.aside, tongue);
  }
}

function filled(chance: Chance, phrases: readonly Phrase[]): Filled {
  return { phrase: chance.pick(phrases), number: chance.between(2, 96) };
}

function filledAction(chance: Chance): Filled {
  return { phrase: chance.pick(actions).words, number: chance.between(2, 480) };
}

function say({ phrase, number }: Filled, tongue: Tongue): string {
  return phrase[place[tongue]].replace('#', String(number));
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
