/**
 * A page may be drawn ahead of the reader's click (prerendering) and never be seen. What only a seen page may do waits here.
 * https://wicg.github.io/nav-speculation/prerendering.html
 */

export function isPrerendering(): boolean {
  return 'prerendering' in document && document.prerendering === true;
}

/** Runs at once on a page that is shown, else at the moment it is. */
export function whenActivated(run: () => void): void {
  if (isPrerendering()) document.addEventListener('prerenderingchange', run, { once: true });
  else run();
}
