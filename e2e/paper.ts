/** Reads a printed page back: its text page by page, where the lines stand, and whether each font is in the file. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Sheet {
  /** The text in reading order, without white space. */
  readonly text: string;
  /** Points from the lower edge of each baseline, and the sheet's height. */
  readonly baselines: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface Paper {
  readonly sheets: readonly Sheet[];
  /** Names of fonts that the file only refers to. */
  readonly missingFonts: readonly string[];
  readonly fonts: readonly string[];
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
    await page.getOperatorList();
    for (const { fontName } of lines) {
      const font: unknown = page.commonObjs.get(fontName);
      if (typeof font === 'object' && font !== null && 'name' in font) fonts.set(String(font.name), 'missingFile' in font && font.missingFile === true);
    }
    const baselines = lines.map(({ transform }) => Number(transform[5]));
    sheets.push({ text: lines.map(({ str }) => str).join('').replace(/\s/g, ''), baselines, width, height });
  }
  await document.destroy();
  return { sheets, fonts: [...fonts.keys()], missingFonts: [...fonts].filter(([, isMissing]) => isMissing).map(([name]) => name) };
}
