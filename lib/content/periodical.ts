/** A periodical: a folder under news/periodicals with an index.md that names it and its columns. */
import { z } from 'zod';
import type { Locale } from '@/lib/locale/locales';
import type { Problem } from '@/lib/problem';
import { slugPattern } from '@/lib/routes';
import type { ColumnName } from './article';
import { claimBodyPictures } from './body-pictures';
import type { Claim, Parsed } from './claim';
import { contentProblem, start } from './content-problem';
import type { TextDocument } from './document';
import { closed, rank, text, textsByName, translatedInto, type FieldTrouble } from './fields';
import { parseFrontMatter } from './front-matter';
import type { IssueEntry } from './issue';

export interface PeriodicalEntry {
  readonly slug: string;
  /** The language title and description are in. */
  readonly shownLocale: Locale;
  readonly title: string;
  /** The name as set large and vertical on the cover, when it is not the title (今园区 of 今园区周刊). */
  readonly coverTitle: string;
  /** What stands beside it on the cover (周刊), when there is one. */
  readonly coverSubtitle?: string;
  readonly description?: string;
  readonly columns: readonly ColumnName[];
  readonly issueCount: number;
  readonly newest?: IssueEntry;
}

export interface Periodical extends PeriodicalEntry {
  readonly isFallback: boolean;
  readonly availableLocales: readonly Locale[];
  /** The body of index.md, sanitised. */
  readonly html?: string;
  /** Years that have issues, newest first. */
  readonly years: readonly { readonly year: string; readonly issueCount: number }[];
}

const slugTrouble: FieldTrouble = { rule: 'bad-slug', zh: '只用小写英文字母、数字和单个连字符，例如 min-sheng', en: 'Use lower-case letters, digits and single hyphens, such as min-sheng' };
const columnSchema = closed({ slug: z.string().refine((slug) => slugPattern.test(slug), { params: { ...slugTrouble } }), name: text });

const originalSchema = closed({
  title: text,
  coverTitle: text.optional(),
  coverSubtitle: text.optional(),
  description: text.optional(),
  order: rank.optional(),
  columns: z.array(columnSchema).min(1),
  translations: translatedInto.optional(),
});

const translationSchema = closed({
  title: text,
  coverTitle: text.optional(),
  coverSubtitle: text.optional(),
  description: text.optional(),
  columns: textsByName.optional(),
});

export type PeriodicalSource = z.infer<typeof originalSchema>;
export type PeriodicalTranslation = z.infer<typeof translationSchema>;

const factKeys = Object.keys(originalSchema.shape).filter((key) => !(key in translationSchema.shape));

export function parsePeriodical(document: TextDocument): Parsed<PeriodicalSource> {
  const { data, problems } = parseFrontMatter(document, originalSchema);
  const all = [...problems, ...findTwins(document, data?.columns ?? [])];
  return { ...(data && { data, outline: { columns: data.columns } }), problems: all, claims: claimBodyPictures(document, []) };
}

export function parsePeriodicalTranslation(document: TextDocument): Parsed<PeriodicalTranslation> {
  const { data, problems } = parseFrontMatter(document, translationSchema, { factKeys });
  const columns = Object.keys(data?.columns ?? {}).map((slug): Claim => ({ kind: 'column-slug', slug, at: document.placeOfKey(['columns', slug]) }));
  return { ...(data && { data }), problems, claims: [{ kind: 'original', at: start }, ...columns, ...claimBodyPictures(document, [])] };
}

/** Two columns of one slug share an address; two of one name cannot be told apart by articles. */
function findTwins(document: TextDocument, columns: PeriodicalSource['columns']): readonly Problem[] {
  return columns.flatMap((column, place) => {
    const key = (['slug', 'name'] as const).find((name) => columns.findIndex((other) => other[name] === column[name]) < place);
    if (!key) return [];
    return [
      contentProblem(
        document.file,
        document.placeOfValue(['columns', place, key]),
        'duplicate-address',
        { zh: `两个栏目的 ${key} 都是“${column[key]}”`, en: `Two columns have the ${key} "${column[key]}"` },
        { zh: `给其中一个换一个 ${key}`, en: `Give one of them another ${key}` },
      ),
    ];
  });
}
