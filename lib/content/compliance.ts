/** content/compliance.md: what the last audit of the portal found (`desk audit --record`), rule by rule. It holds no words, and needs no translation. */
import { z } from 'zod';
import type { Parsed } from './claim';
import type { TextDocument } from './document';
import { closed, count, text, texts, time, type FieldTrouble } from './fields';
import { parseFrontMatter } from './front-matter';

export interface Compliance {
  /** When the portal was read, `YYYY-MM-DD HH:MM`. */
  readonly checked: string;
  /** Pages that were read. */
  readonly pages: number;
  /** Addresses that there was no room for. */
  readonly unread?: number;
  /** The numbers of the rules that were applied, in their order: those that may fail a site alone, and those that may cost points. */
  readonly vetoes: readonly string[];
  readonly items: readonly string[];
  /** What was found, at most once a rule and level; none when all is well. */
  readonly findings: readonly ComplianceFinding[];
}

export interface ComplianceFinding {
  readonly rule: string;
  /** A veto alone fails a site; an item costs points. */
  readonly level: 'veto' | 'item';
  /** In how many places. */
  readonly count: number;
  /** Path of the first page that shows it. */
  readonly page: string;
}

const pathTrouble: FieldTrouble = { rule: 'wrong-type', zh: '写本站网页的网址，如 /zh-hans/news', en: 'Write the address of a page of the portal, such as /zh-hans/news' };

const schema = closed({
  checked: time,
  pages: count,
  unread: count.optional(),
  vetoes: texts,
  items: texts,
  findings: z
    .array(closed({ rule: text, level: z.enum(['veto', 'item']), count, page: z.string().refine((path) => /^\/(?!\/)\S*$/.test(path), { params: { ...pathTrouble } }) }))
    .optional(),
});

export type ComplianceSource = z.infer<typeof schema>;

export function parseCompliance(document: TextDocument): Parsed<ComplianceSource> {
  const { data, problems } = parseFrontMatter(document, schema);
  return { ...(data && { data }), problems, claims: [] };
}
