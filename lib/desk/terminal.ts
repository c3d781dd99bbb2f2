/**
 * What a terminal needs to know: colour, and how wide a text is there (a Han character takes two columns).
 */

export type Paint = (text: string) => string;

export interface Palette {
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly bold: Paint;
  readonly faint: Paint;
}

export function palette(isColoured: boolean): Palette {
  const paint = (code: number): Paint => (text) => (isColoured && text !== '' ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { red: paint(31), yellow: paint(33), green: paint(32), bold: paint(1), faint: paint(2) };
}

/** Colour only where a person looks on, and has not asked for none (https://no-color.org). */
export function wantsColour(isTerminal: boolean | undefined, environment: Readonly<Record<string, string | undefined>>): boolean {
  return isTerminal === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const widthless = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns that the text takes on a terminal. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : widthless.test(character) ? 0 : 1;
  return width;
}

/** Control characters of a file must not command the terminal that shows it. */
export function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(/[\p{Cc}\u2028\u2029]/gu, '\ufffd');
}
