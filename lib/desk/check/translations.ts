/**
 * Rules of pairs, Original and Translation. `translation-stale`: a paragraph of the Original is another than when it was translated, told by
 * the marks that `desk translated` keeps in the Translation. `translation-missing` and `translation-unmarked`: where the site or the
 * periodical wants a language (`translations`), every text is to have it, and to say what it was made from. Elsewhere a text without
 * a Translation is no mistake: readers are shown the Original.
 */
import path from 'node:path';
import { marks } from '@/lib/content/fields';
import { fileOf, type TextPlace } from '@/lib/content/place';
import { originalLocale } from '@/lib/locale/locales';
import type { Problem } from '@/lib/problem';
import { warn } from './checked-text';
import type { ContentTree, JointChecker, NotedText, TranslatedFrom } from './notes';
import { compareParagraphs, paragraphsOf, type Paragraph, type ParagraphChange } from './paragraphs';

/** Texts with a body to translate. */
export function isTranslatable({ kind }: TextPlace): boolean {
  return kind === 'article' || kind === 'page' || kind === 'issue';
}

export const translations: JointChecker = {
  rules: ['translation-missing', 'translation-unmarked', 'translation-stale'],
  note({ place, document }) {
    const wantedIn = document.valueAt(['translations']);
    if (place.locale === originalLocale) return Array.isArray(wantedIn) ? { wantedIn: wantedIn.filter((locale) => typeof locale === 'string') } : {};
    if (!isTranslatable(place)) return {};
    const written = marks.safeParse(document.valueAt(['original']));
    const at = document.placeOfKey(['original']);
    return { translated: written.success ? { marks: written.data.split(/\s+/), at, body: paragraphsOf(document).filter(({ isOfBody }) => isOfBody).map((own) => own.at) } : { marks: [], at, body: [] } };
  },
  async judge(text, tree) {
    const { place, notes } = text;
    if (place.locale === originalLocale) return findMissing(text, tree);
    const original = fileOf({ ...place, locale: originalLocale });
    if (!notes.translated) return [];
    if (notes.translated.marks.length === 0) return (await wantedOf(place, tree)).includes(place.locale) && (await tree.text(original)) ? [unmarked(text)] : [];
    const paragraphs = await tree.paragraphs(original);
    if (!paragraphs) return [];
    const { translated } = notes;
    return compareParagraphs(translated.marks, paragraphs.map(({ mark }) => mark)).map((change) => stale(text, translated, original, paragraphs, change));
  },
};

async function wantedOf(place: TextPlace, tree: ContentTree): Promise<readonly string[]> {
  const owner = ownerOf(place);
  return (owner === undefined ? undefined : await tree.text(owner))?.notes.wantedIn ?? [];
}

/** The file that says in which languages the text is wanted; an issue's own word is free, and a program's list has no words. */
function ownerOf(place: TextPlace): string | undefined {
  switch (place.kind) {
    case 'article':
    case 'periodical':
      return fileOf({ kind: 'periodical', periodical: place.periodical, locale: originalLocale });
    case 'site':
    case 'page':
      return fileOf({ kind: 'site', locale: originalLocale });
    case 'issue':
    case 'compliance':
      return undefined;
  }
}

async function findMissing({ file, place, notes }: NotedText, tree: ContentTree): Promise<readonly Problem[]> {
  if (notes.status !== undefined && notes.status !== 'published') return [];
  const wanted = await wantedOf(place, tree);
  const names = wanted.length === 0 ? [] : await tree.names(path.posix.dirname(file).replace(/^\.$/, ''));
  return wanted.flatMap((locale) => {
    const translation = file.replace(/md$/, `${locale}.md`);
    if (names.includes(path.posix.basename(translation))) return [];
    return [
      warn(
        { file },
        { line: 1, column: 1 },
        'translation-missing',
        { zh: `缺少译文 ${translation}`, en: `There is no Translation ${translation}` },
        { zh: '写好译文；不再要求这种文字，就从 translations 里删去', en: 'Write it; or take the language out of translations' },
      ),
    ];
  });
}

function unmarked(text: NotedText): Problem {
  return warn(
    text,
    { line: 1, column: 1 },
    'translation-unmarked',
    { zh: '译文没有记下译的是怎样的原文，原文改了也看不出来', en: 'The Translation does not say what it was made from: a change of the Original would go unseen' },
    { zh: `对照原文，没有问题就运行 npm run desk -- translated ${text.file}`, en: `Compare it with the Original, then say npm run desk -- translated ${text.file}` },
  );
}

function stale(text: NotedText, { marks: known, at, body }: TranslatedFrom, original: string, paragraphs: readonly Paragraph[], { kind, before, now }: ParagraphChange): Problem {
  // Where the Translation's body has as many paragraphs as its Original's had, one is the other's. Of the other words not all are translated.
  const words = paragraphs.filter(({ isOfBody }) => !isOfBody).length;
  const isOfBody = kind === 'added' ? now >= words : before >= words;
  const where = (isOfBody && body.length === known.length - words ? body[Math.max(0, before - words)] : undefined) ?? at;
  const meant = paragraphs[now];
  const spot = `${original}:${meant?.at.line ?? ''}`.replace(/:$/, '');
  const mark = kind === 'added' ? meant?.mark : known[before];
  const message = {
    changed: { zh: `原文 ${spot} 这一段译后改过（${mark}）：“${meant?.opening ?? ''}”`, en: `The paragraph at ${spot} was changed after it was translated (${mark}): "${meant?.opening ?? ''}"` },
    added: { zh: `原文 ${spot} 多了一段（${mark}）：“${meant?.opening ?? ''}”`, en: `A paragraph was added at ${spot} (${mark}): "${meant?.opening ?? ''}"` },
    removed: {
      zh: meant ? `原文删去了一段（${mark}），原在 ${spot} 之前` : `原文 ${original} 末尾删去了一段（${mark}）`,
      en: meant ? `A paragraph was taken out of the Original (${mark}), before ${spot}` : `A paragraph was taken out at the end of ${original} (${mark})`,
    },
  }[kind];
  return warn(text, where, 'translation-stale', message, {
    zh: `照原文改好译文，再运行 npm run desk -- translated ${text.file}`,
    en: `Mend the Translation, then say npm run desk -- translated ${text.file}`,
  });
}
