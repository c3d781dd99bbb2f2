/** The catalogue's answers about the site itself and its standing pages. */
import { originalLocale, type Locale } from '@/lib/locale/locales';
import type { Compliance, ComplianceSource } from './compliance';
import type { Library, Nameless } from './library';
import { renderMarkdown } from './markdown';
import { openingOf } from './opening';
import type { PageSource, PageTranslation, StandingPage } from './page';
import { fileOf } from './place';
import type { Shelves } from './shelves';
import type { Site, SiteSource, SiteTranslation } from './site';
import { availableLocalesOf } from './wording';

export function openSiteDesk(shelves: Shelves, library: Library) {
  const { findPair } = library;

  const findSite = library.keeping((locale: Locale): Site => {
    const pair = findPair<SiteSource, SiteTranslation>({ kind: 'site', locale }, locale);
    if (!pair) throw new Error('content/site.md：缺少这个文件，或者它有错误；运行 npm run desk check 看原因。 / content/site.md is missing or has errors; npm run desk check says which.');
    const { wording, original } = pair;
    const { data } = original;
    const own = pair.translation?.data;
    const description = own?.description ?? (data.description === undefined ? undefined : wording.text(data.description));
    const contactAddress = own?.contact?.address ?? (data.contact?.address === undefined ? undefined : wording.text(data.contact.address));
    const { email, telephone } = data.contact ?? {};
    const { icp, police, siteCode, identity, report } = data.marks ?? {};
    return {
      shownLocale: wording.shownLocale,
      name: own?.name ?? wording.text(data.name),
      organisation: own?.organisation ?? wording.text(data.organisation),
      place: own?.place ?? wording.text(data.place),
      ...(data.parent && { parent: { label: own?.parent?.label ?? wording.text(data.parent.label), address: data.parent.address } }),
      ...(description !== undefined && { description }),
      ...(data.contact && { contact: { ...(email && { email }), ...(telephone && { telephone }), ...(contactAddress && { address: contactAddress }) } }),
      marks: { ...(icp && { icp }), ...(police && { police }), ...(siteCode && { siteCode }), ...(identity && { identity }), ...(report && { report }) },
      friends: data.friends ?? [],
      // As browsers write it: without a character that could end it in a header.
      ...(data.hub !== undefined && { hub: new URL(data.hub).href }),
      footer: (data.footer ?? []).flatMap((slug) => {
        return findTitle(slug, locale) ?? [];
      }),
    };
  });

  function findTitle(slug: string, locale: Locale): Pick<StandingPage, 'slug' | 'title' | 'shownLocale'> | undefined {
    const pair = findPair<PageSource, PageTranslation & Nameless>({ kind: 'page', slug, locale }, locale);
    return pair && { slug, title: pair.translation?.data.title ?? pair.wording.text(pair.original.data.title), shownLocale: pair.wording.shownLocale };
  }

  function findPage(locale: Locale, slug: string): StandingPage | undefined {
    const pair = findPair<PageSource, PageTranslation & Nameless>({ kind: 'page', slug, locale }, locale);
    if (!pair) return undefined;
    const { original, translation, wording } = pair;
    const kind = wording.isConverted ? 'converted' : translation?.data.translation;
    const summary = translation ? translation.data.summary : original.data.summary && wording.text(original.data.summary);
    const source = shelves.body(fileOf({ kind: 'page', slug, locale: translation ? locale : originalLocale }));
    const opening = openingOf(source, wording.shownLocale);
    return {
      slug,
      shownLocale: wording.shownLocale,
      isFallback: wording.isFallback,
      ...(kind && { translation: kind }),
      availableLocales: availableLocalesOf(library.languagesOf({ kind: 'page', slug, locale })),
      title: translation?.data.title ?? wording.text(original.data.title),
      ...(summary !== undefined && { summary }),
      extract: summary ?? (wording.isConverted ? wording.text(opening) : opening),
      ...(original.data.reviewed !== undefined && { reviewed: original.data.reviewed }),
      html: renderMarkdown(source, { locale: wording.shownLocale, ...(wording.isConverted && { convertText: wording.text }) }).html,
    };
  }

  function findCompliance(): Compliance | undefined {
    const row = shelves.words(fileOf({ kind: 'compliance', locale: originalLocale }));
    if (!row) return undefined;
    // As its schema gave it.
    const { findings = [], unread, ...facts } = JSON.parse(row.data) as ComplianceSource;
    return { ...facts, ...(unread !== undefined && { unread }), findings };
  }

  return {
    findSite,
    findPage,
    findCompliance,
    listPages: (locale: Locale) =>
      shelves
        .filesBeginning('pages/')
        .flatMap((file) => /^pages\/([^.]+)\.md$/.exec(file)?.[1] ?? [])
        .flatMap((slug) => findTitle(slug, locale) ?? []),
  };
}
