/**
 * A line above the page that says when there is no connection, and when the page is a saved copy, of what time. Its words come with it, so
 * that no page carries them; its style sheet is fetched with the first line.
 */
import { offlineNotice as en } from '@/lib/locale/messages/en.json';
import { offlineNotice as ja } from '@/lib/locale/messages/ja.json';
import { offlineNotice as zhHans } from '@/lib/locale/messages/zh-hans.json';
import { offlineNotice as zhHant } from '@/lib/locale/messages/zh-hant.json';
import { filled, timeOf } from './words';

/** Where its style sheet is; set by bundle.mjs. */
declare const offlineStyle: string;

const dictionaries: Readonly<Record<string, typeof zhHans>> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
const root = document.documentElement;
const words = dictionaries[root.lang] ?? zhHans;
/** The worker's word for it: the time of the copy; empty for the page that stands for another; undefined for a page of the network. */
const { offlineCopy: copied } = root.dataset;
/** A region that is filled as it appears is read out by few screen readers. */
const pause = 150;

let region: HTMLElement | undefined;

export function watchConnection(): void {
  if (copied !== undefined) tellOfCopy(navigator.onLine ? words.unreachable : words.without);
  else if (!navigator.onLine) tell(words.without, savedIssues());
  addEventListener('offline', () => (copied === undefined ? tell(words.without, savedIssues()) : tellOfCopy(words.without)));
  addEventListener('online', () => {
    if (copied === undefined) tell(words.back);
    else tellOfCopy(words.back, reload());
  });
  // The portal has answered after all, later than a reader would wait.
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      if (data === 'answered') tellOfCopy(words.back, reload());
    });
  }
}

function tellOfCopy(why: string, link: HTMLElement = savedIssues()): void {
  tell(`${copied ? filled(words.copy, { date: timeOf(copied) }) : words.missing}${root.lang === 'en' ? ' ' : ''}${why}`, link);
}

function tell(text: string, link?: HTMLElement): void {
  region ??= makeRegion();
  const place = region;
  place.replaceChildren();
  setTimeout(() => place.replaceChildren(text, ...(link ? [' ', link] : [])), pause);
}

function makeRegion(): HTMLElement {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = offlineStyle;
  document.head.append(style);
  const made = document.createElement('div');
  made.className = 'offline-notice';
  made.setAttribute('role', 'status');
  document.querySelector('main')?.before(made);
  return made;
}

function savedIssues(): HTMLElement {
  const home = /^\/[^/]+(?:\/elder(?=\/|$))?/.exec(location.pathname)?.[0] ?? '';
  return linkTo(`${home}/offline`, words.saved);
}

function reload(): HTMLElement {
  return linkTo(location.href, words.reload);
}

function linkTo(address: string, label: string): HTMLElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = label;
  return link;
}
