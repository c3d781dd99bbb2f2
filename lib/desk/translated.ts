/**
 * `desk translated`: an editor says that a Translation is right for the Original as it stands. The marks of the Original's paragraphs are
 * written into the Translation (`original`), so that `check` can name the paragraph that changes afterwards. Nothing else is touched.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { isPartOf } from '@/lib/content/check';
import { parseDocument, type TextDocument } from '@/lib/content/document';
import { fileOf, parsePlace } from '@/lib/content/place';
import { scanTree } from '@/lib/content/scan';
import { originalLocale } from '@/lib/locale/locales';
import { paragraphsOf } from './check/paragraphs';
import { isTranslatable } from './check/translations';
import type { Call, Command, Desk, ExitCode } from './command';
import { findInContent } from './content-path';

export const translatedCommand: Command = {
  name: 'translated',
  summary: { zh: '译文已照现在的原文改好：记下原文各段，以后原文改了 check 会指出是哪一段', en: 'A translation is right for the Original as it stands: note its paragraphs, so that check can name the one that changes' },
  words: '<path>',
  wordCount: { least: 1, most: 1 },
  flags: {},
  details: [
    { zh: '写一个译文，如 …/gan-wei-gan-chuang.en.md；写原文就是它的各种译文，写文件夹就是里面的全部译文。先对照原文看过再运行。', en: 'Name a translation; an Original stands for all of its translations, a folder for all in it. Compare with the Original first.' },
  ],
  run: runTranslated,
};

async function runTranslated(call: Call, desk: Desk): Promise<ExitCode> {
  const { content } = desk.environment;
  const wanted = await findInContent(call.words[0] ?? '', desk);
  let [done, failed] = [0, 0];
  for (const { file, original } of listTranslations(content, wanted)) {
    const [translation, source] = [await read(content, file), await read(content, original)];
    if (!translation || !source) {
      desk.err(`${file}：译文或原文读不出来，先运行 check。 / ${file}: it or its Original cannot be read; say check first.\n`);
      failed += 1;
      continue;
    }
    const text = withMarks(translation, paragraphsOf(source).map(({ mark }) => mark));
    if (text !== translation.source) await fs.writeFile(path.join(content, file), text);
    desk.out(`${text === translation.source ? '没有变化 / Unchanged' : '记下了 / Noted'}：${file}\n`);
    done += 1;
  }
  if (done + failed === 0) throw new Error(`${wanted}：没有译文。 / ${wanted}: there is no translation.`);
  return failed > 0 ? 1 : 0;
}

interface Pair {
  readonly file: string;
  readonly original: string;
}

/** Translations that the path means: itself, those of the Original, or all in the folder. */
function listTranslations(content: string, wanted: string): readonly Pair[] {
  const folder = wanted.endsWith('.md') ? path.posix.dirname(wanted).replace(/^\.$/, '') : wanted;
  return [...scanTree(content, folder)].flatMap(({ folder: found, files }) =>
    [...files.keys()].flatMap((name): Pair[] => {
      const file = found === '' ? name : `${found}/${name}`;
      const place = parsePlace(file);
      if (!place || !('locale' in place) || place.locale === originalLocale || !isTranslatable(place)) return [];
      const original = fileOf({ ...place, locale: originalLocale });
      return isPartOf(file, wanted) || original === wanted ? [{ file, original }] : [];
    }),
  );
}

async function read(content: string, file: string): Promise<TextDocument | undefined> {
  const bytes = await fs.readFile(path.join(content, file)).catch(() => undefined);
  const document = bytes && parseDocument(file, bytes);
  return document && 'data' in document ? document : undefined;
}

const marksOnALine = 12;

/** The file with the marks in the place of those it has, else at the end of its front matter. */
function withMarks(document: TextDocument, marks: readonly string[]): string {
  const lines = document.source.split('\n');
  const rows = Array.from({ length: Math.ceil(marks.length / marksOnALine) }, (_, row) => marks.slice(row * marksOnALine, (row + 1) * marksOnALine).join(' '));
  const written = rows.map((row, at) => `${at === 0 ? 'original: ' : '  '}${row}`);
  const closing = document.bodyLine - 2;
  if (document.valueAt(['original']) === undefined) return lines.toSpliced(closing, 0, ...written).join('\n');
  const from = document.placeOfKey(['original']).line - 1;
  const more = lines.slice(from + 1, closing).findIndex((line) => /^\S/.test(line));
  return lines.toSpliced(from, more === -1 ? closing - from : more + 1, ...written).join('\n');
}
