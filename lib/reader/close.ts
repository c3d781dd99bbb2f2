/**
 * Close window: a script may close a window that content opened, or one that has never left its first entry; no other
 * (https://html.spec.whatwg.org/multipage/nav-history-apis.html#script-closable). `html[data-can-close]` says whether that holds, and
 * the stylesheet shows the button only then.
 */
import { isPrerendering, whenActivated } from './activation';
import { announce } from './announce';

/** By then a window that lets itself be closed is gone. */
const patience = 500;

export function offerClosing(): void {
  offer(canClose());
  // Reading on in the same window, by a link to a heading too, takes the right away.
  addEventListener('hashchange', () => offer(canClose()));
  addEventListener('pageshow', () => offer(canClose()));
  whenActivated(() => offer(canClose()));
}

export function closeWindow(button: HTMLElement): void {
  close();
  setTimeout(() => {
    offer(false);
    announce(button, button.dataset['failed']);
  }, patience);
}

function canClose(): boolean {
  // A prerendered page always has a history of one entry, whatever it will have when shown.
  return window === top && !isPrerendering() && (opener !== null || history.length === 1);
}

function offer(isOffered: boolean): void {
  document.documentElement.toggleAttribute('data-can-close', isOffered);
}
