/**
 * The register: `addresses.txt` in the content folder, every address that was ever published, one a line, in order.
 *   /news/periodicals/zhoukan/2025-03-14/lake-path
 * Addresses stand there without a language, for a page exists in every one. Lines are only ever added; a merge may keep both sides.
 */
import { isUtf8 } from 'node:buffer';
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseSharedPath } from '@/lib/routes';
import type { Problem } from '@/lib/problem';
import { contentProblem } from './content-problem';
import { notUtf8 } from './document-problems';
import { isPermanent } from './redirects';
import { ignoreMissing } from './scan';

export const registerFile = 'addresses.txt';

export interface Register {
  /** The line of each address, as all languages share it. */
  readonly lines: ReadonlyMap<string, number>;
  /** The notes above the first address. */
  readonly head: readonly string[];
  readonly problems: readonly Problem[];
}

const usualHead: readonly string[] = [
  '# 网址登记簿：发布过的每一个网址，一行一个，按字母排列。只增不减；由 npm run desk -- record 登记，check 据此发现丢失的网址。',
  '# The register: every address that was ever published, one a line, in order. Lines are only added, by npm run desk -- record; check finds lost ones by it.',
];

export function parseRegister(source: string): Register {
  const lines = new Map<string, number>();
  const problems: Problem[] = [];
  const texts = source.replace(/^\uFEFF/, '').split(/\r?\n/);
  const isNote = (text: string): boolean => /^[\s\u3000]*(?:#|$)/.test(text);
  for (const [place, text] of texts.entries()) {
    if (isNote(text)) continue;
    const address = text.trim();
    const meant = parseSharedPath(address);
    if (meant && isPermanent(meant)) {
      if (!lines.has(address)) lines.set(address, place + 1);
      continue;
    }
    const at = { line: place + 1, column: text.indexOf(address) + 1 };
    problems.push(
      contentProblem(
        registerFile,
        at,
        'register-syntax',
        { zh: `“${address}”不是文章、一期、期刊或固定页面的网址`, en: `"${address}" is no address of an article, an issue, a periodical or a standing page` },
        { zh: '一行写一个网址，只写语言之后的部分，如 /news/periodicals/jinyuanqu/2023-02-03', en: 'Write one address a line, without the language, such as /news/periodicals/jinyuanqu/2023-02-03' },
      ),
    );
  }
  const first = texts.findIndex((text) => !isNote(text));
  return { lines, problems, head: texts.slice(0, first === -1 ? texts.length : first).filter((text) => text.trim() !== '') };
}

/** The text of the register with these addresses added; of a new one when there was none. Of notes, those at the top stay. */
export function extendRegister(register: Register | undefined, added: Iterable<string>): string {
  const addresses = new Set([...(register?.lines.keys() ?? []), ...added]);
  return [...(register?.head ?? usualHead), ...[...addresses].sort(), ''].join('\n');
}

/** @returns Undefined when the portal keeps none. */
export async function readRegister(content: string): Promise<Register | undefined> {
  const bytes = await fs.readFile(path.join(content, registerFile)).catch(ignoreMissing);
  if (!bytes) return undefined;
  return isUtf8(bytes) ? parseRegister(bytes.toString('utf8')) : { lines: new Map(), head: [], problems: [notUtf8(registerFile, bytes)] };
}
