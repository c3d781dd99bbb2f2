/**
 * Readers who listen: the accessibility tree that Chromium hands to a screen reader, for every kind of page in four languages. What it says
 * first and last, by which names one jumps through it, and in which voice each word is to be spoken. A usual run takes every kind in one language;
 * `ACCESS=full npx playwright test e2e/screen-reader.spec.ts` takes each in all.
 */
import { everyPage } from './places';
import { expect, locales, test, type Page } from './reader';

const isFull = process.env['ACCESS'] === 'full';

/** What is said of one thing, in the order of reading. */
interface Saying {
  readonly role: string;
  readonly name: string;
  /** Of a heading: 1 to 6. */
  readonly level: number | undefined;
  /** In whose voice. */
  readonly lang: string;
}

/** Words that stand in attributes, said in the voice of their element. */
interface Heard {
  readonly sayings: readonly Saying[];
  readonly labels: readonly { readonly lang: string; readonly text: string }[];
}

interface DomNode {
  readonly nodeName: string;
  readonly backendNodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
}

async function listen(page: Page): Promise<Heard> {
  const browser = await page.context().newCDPSession(page);
  const { root } = await browser.send('DOM.getDocument', { depth: -1 });
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  await browser.detach();
  const languages = new Map<number, string>();
  const labels: { lang: string; text: string }[] = [];
  const learn = ({ nodeName, backendNodeId, attributes = [], children = [] }: DomNode, around: string): void => {
    // Nobody is read a head.
    if (nodeName === 'HEAD') return;
    const value = (name: string): string | undefined => attributes.find((_, at) => at % 2 === 1 && attributes[at - 1] === name);
    const lang = value('lang') ?? around;
    languages.set(backendNodeId, lang);
    for (const name of ['aria-label', 'alt', 'title', 'placeholder', 'data-done', 'data-failed']) {
      const text = value(name);
      if (text) labels.push({ lang, text });
    }
    for (const child of children) learn(child, lang);
  };
  learn(root, '');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const sayings: Saying[] = [];
  const say = (id: string, around: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const level: unknown = node.properties?.find(({ name }) => name === 'level')?.value.value;
    // What a style sheet adds is said by the voice of its element.
    const lang = languages.get(node.backendDOMNodeId ?? 0) ?? around;
    if (!node.ignored) sayings.push({ role: String(node.role?.value), name: String(node.name?.value ?? '').trim(), level: typeof level === 'number' ? level : undefined, lang });
    // A line of text has its own lines below it, which say the same; what stands in the box is the reader's.
    if (!['StaticText', 'searchbox'].includes(String(node.role?.value))) node.childIds?.forEach((child) => say(child, lang));
  };
  if (nodes[0]) say(nodes[0].nodeId, '');
  return { sayings, labels };
}

const landmarks = ['banner', 'navigation', 'main', 'complementary', 'contentinfo', 'region', 'search', 'form'];
const controls = ['link', 'button', 'textbox', 'searchbox', 'combobox', 'radio', 'checkbox', 'DisclosureTriangle', 'listbox', 'option', 'slider'];

/** Letters that no text of a language has: a word with one of them would be spelt out, or left out, by its voice. */
const strangers: Readonly<Record<string, RegExp>> = {
  en: /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u,
  ja: /[们这说时间报园经济动头阅读设进]/,
  'zh-Hans': /[們這說時間報園區經濟發動頭閱讀設進]|\p{sc=Hiragana}|[ァ-ヶ]/u,
  'zh-Hant': /[们这说时间报区经济发动头阅读设进]|\p{sc=Hiragana}|[ァ-ヶ]/u,
};

function faultsOf({ sayings, labels }: Heard): readonly string[] {
  const faults: string[] = [];
  const marks = sayings.filter(({ role }) => landmarks.includes(role));
  for (const role of ['banner', 'main', 'contentinfo']) if (marks.filter((mark) => mark.role === role).length !== 1) faults.push(`not one ${role}`);
  const marked = marks.map(({ role, name }) => `${role} “${name}”`);
  faults.push(...marked.filter((mark, at) => marked.indexOf(mark) !== at).map((mark) => `twice: ${mark}`));
  faults.push(...marks.filter(({ role, name }) => !name && !['banner', 'main', 'contentinfo', 'search'].includes(role)).map(({ role }) => `${role} without a name`));
  const headings = sayings.filter(({ role }) => role === 'heading');
  if (headings.filter(({ level }) => level === 1).length !== 1) faults.push(`${headings.filter(({ level }) => level === 1).length} headings of the first level`);
  headings.forEach(({ name, level = 0 }, at) => {
    if (!name) faults.push('a heading says nothing');
    if (at > 0 && level > (headings[at - 1]?.level ?? 0) + 1) faults.push(`from level ${headings[at - 1]?.level ?? 0} to ${level}: ${name}`);
  });
  for (const { role, name } of sayings) {
    if (controls.includes(role) && !name) faults.push(`${role} without a name`);
    if (role === 'image' && (!name || /\.(?:jpe?g|png|webp|avif|svg|gif)$/i.test(name))) faults.push(`a picture says “${name}”`);
  }
  const texts = [...sayings.filter(({ role }) => role === 'StaticText' || role === 'option').map(({ name, lang }) => ({ lang, text: name })), ...labels];
  for (const { lang, text: whole } of texts) {
    // What is quoted is somebody's own: a headline, the words that were looked for.
    const text = whole.replace(/[“「].*?[”」]/gs, '').trim();
    if (!text) continue;
    if (!(lang in strangers)) faults.push(`in no voice of ours, “${lang}”: ${text.slice(0, 20)}`);
    else if (strangers[lang]?.test(text)) faults.push(`in the voice of ${lang}: ${text.slice(0, 30)}`);
  }
  return [...new Set(faults)];
}

for (const [quarter, locale] of locales.entries()) {
  test(`landmarks, headings, controls and pictures have names, each word its voice: ${locale}`, async ({ page, quiet }) => {
    test.slow();
    quiet.tolerate(/404/);
    for (const [number, { name, path }] of everyPage(locale).entries()) {
      if (!isFull && number % locales.length !== quarter) continue;
      await page.goto(path);
      expect.soft(faultsOf(await listen(page)), name).toEqual([]);
    }
  });
}
