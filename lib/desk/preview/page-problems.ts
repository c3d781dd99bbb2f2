/**
 * What is wrong with the files that a page is made of, as `desk check` says it: the Problems that the index has noted, and what the
 * proofreader finds in the words.
 */
import type { Indexer } from '@/lib/content/indexer';
import { fileOf, issueFolder, type TextPlace } from '@/lib/content/place';
import { proofread } from '@/lib/desk/check/find-problems';
import { locales, originalLocale } from '@/lib/locale/locales';
import { byPlace, type Problem } from '@/lib/problem';
import type { Address } from '@/lib/routes';

/** @param isShown Whether there is a page: when not, what it stands on may be the reason. */
export type FindPageProblems = (address: Address, isShown: boolean) => Promise<readonly Problem[]>;

export function openPageProblems({ content, problems }: Pick<Indexer, 'content' | 'problems'>): FindPageProblems {
  return async (address, isShown) => {
    const isOfPage = judgeOf(address);
    const isBelow = isShown ? () => false : isOfFoundations(address);
    const noted = problems().filter((problem) => isOfPage(problem) || isBelow(problem));
    const read = await Promise.all(proofOf(address).map((path) => proofread(content, path)));
    return [...noted, ...read.flat()].sort(byPlace);
  };
}

const periodicalFolder = (periodical: string): string => `news/periodicals/${periodical}`;
const siteFiles = new Set(locales.map((locale) => fileOf({ kind: 'site', locale })));

/** Which of all Problems are the page's. Lists of the portal tell of every error: it may be the file that they lack. */
function judgeOf(address: Address): (problem: Problem) => boolean {
  switch (address.kind) {
    case 'front':
    case 'news':
    case 'periodicals':
    case 'corrections':
    case 'most-read':
    case 'copy':
    case 'search':
    case 'settings':
    case 'offline':
      return ({ file, level }) => level === 'error' || siteFiles.has(file);
    case 'periodical':
    case 'year':
      return ({ file }) => isDirectlyIn(periodicalFolder(address.periodical), file);
    case 'issue':
    case 'issue-print':
      return ({ file }) => file.startsWith(`${issueFolder(address)}/`);
    case 'compliance':
      return ({ file }) => file === fileOf({ kind: 'compliance', locale: originalLocale });
    case 'article':
    case 'parallel':
    case 'page': {
      const files = proofOf(address);
      return ({ file }) => files.includes(file);
    }
  }
}

/** Files without which no page of the kind is shown. */
function isOfFoundations(address: Address): (problem: Problem) => boolean {
  const periodical = 'periodical' in address ? locales.map((locale) => fileOf({ kind: 'periodical', periodical: address.periodical, locale })) : [];
  return ({ file }) => siteFiles.has(file) || periodical.includes(file);
}

/** The files and folders whose words are read for the page. */
function proofOf(address: Address): readonly string[] {
  switch (address.kind) {
    case 'article':
    case 'page':
      return filesOf(address);
    case 'parallel':
      return [...filesOf({ ...address, kind: 'article' }), fileOf({ ...address, kind: 'article', locale: address.beside })];
    case 'issue':
    case 'issue-print':
      return [issueFolder(address)];
    case 'periodical':
      return filesOf(address);
    default:
      return [];
  }
}

/** The Original, and the Translation that the page may show. */
function filesOf(place: TextPlace): readonly string[] {
  return [...new Set([fileOf({ ...place, locale: originalLocale }), fileOf(place)])];
}

function isDirectlyIn(folder: string, file: string): boolean {
  return file.startsWith(`${folder}/`) && !file.slice(folder.length + 1).includes('/');
}
