/** Reads a printed page back: its text page by page, where the lines stand, and whether each font is in the file. */
import { getDocument, OPS } from './pdf';

export interface Sheet {
  /** The text in reading order, as `squeeze` makes it. */
  readonly text: string;
  /** Points from the lower edge of each baseline, and the sheet's height. */
  readonly baselines: readonly number[];
  /** How many pictures are drawn on it. */
  readonly pictures: number;
  readonly width: number;
  readonly height: number;
}

export interface Paper {
  readonly sheets: readonly Sheet[];
  /** Names of fonts that the file only refers to. */
  readonly missingFonts: readonly string[];
  readonly fonts: readonly string[];
}

/**
 * Characters that share a glyph with a radical in the CJK fonts: Chromium's PDF names the radical (Skia takes the first character that a
 * glyph stands for). NFKC knows those of U+2F00 to U+2FD5; Unicode gives these no decomposition.
 */
const radicals: Readonly<Record<string, string>> = { '⺟': '母', '⺠': '民', '⻁': '虎', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻑': '長', '⻓': '长', '⻔': '门', '⻗': '雨', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟' };

/** The text without white space, in the form that the same words have on screen and on paper. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/[\u2e80-\u2eff]/g, (radical) => radicals[radical] ?? radical).replace(/\s/g, '');
}

export async function readPaper(pdf: Uint8Array): Promise<Paper> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise;
  const sheets: Sheet[] = [];
  const fonts = new Map<string, boolean>();
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const lines = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    // The fonts are known once the page's operators are.
    const { fnArray } = await page.getOperatorList();
    const pictures = fnArray.filter((operation) => operation === OPS.paintImageXObject).length;
    for (const { fontName } of lines) {
      const font: unknown = page.commonObjs.get(fontName);
      if (typeof font === 'object' && font !== null && 'name' in font) fonts.set(String(font.name), 'missingFile' in font && font.missingFile === true);
    }
    const baselines = lines.map(({ transform }) => Number(transform[5]));
    sheets.push({ text: squeeze(lines.map(({ str }) => str).join('')), baselines, pictures, width, height });
  }
  await document.destroy();
  return { sheets, fonts: [...fonts.keys()], missingFonts: [...fonts].filter(([, isMissing]) => isMissing).map(([name]) => name) };
}
