/** Questions that a page's head and its body both ask: each is answered once a page. */
import { cache } from 'react';
import { catalogue } from '@/lib/content/catalogue';
import type { Locale } from '@/lib/locale/locales';

export const findPeriodical = cache((locale: Locale, periodical: string) => catalogue().findPeriodical(locale, periodical));

export const findIssue = cache((locale: Locale, periodical: string, date: string) => catalogue().findIssue(locale, periodical, date));

export const findArticle = cache((locale: Locale, periodical: string, issue: string, slug: string) => catalogue().findArticle(locale, { periodical, issue, slug }));

export const findParallel = cache((locale: Locale, periodical: string, issue: string, slug: string, beside: Locale) => catalogue().findParallel(locale, { periodical, issue, slug }, beside));
