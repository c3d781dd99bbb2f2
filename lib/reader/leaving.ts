/**
 * Asks before a link leads to a site that is neither ours nor a friend's: `dialog[data-leaving]` holds the words and the hosts that need
 * no question, with everything below them. Clicks with a key held down, and browsers that know no dialog, are left alone.
 */

/** The link that the reader is asked about, then the one that may go. */
let asked: HTMLAnchorElement | undefined;
let isAllowed = false;

export function askBeforeLeaving(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    const dialog = findDialog();
    if (!link || !dialog || !('showModal' in dialog) || isAllowed || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !isStrange(link, dialog)) return;
    event.preventDefault();
    asked = link;
    const name = dialog.querySelector('strong');
    if (name) name.textContent = link.host;
    dialog.showModal();
  });
}

/** Presses the link once more, so that its target and its rel are the browser's business as ever. */
export function leave(): void {
  findDialog()?.close();
  isAllowed = true;
  asked?.click();
  isAllowed = false;
}

/** The browser gives the focus back to the link. */
export function stay(): void {
  findDialog()?.close();
}

function findDialog(): HTMLDialogElement | null {
  return document.querySelector('dialog[data-leaving]');
}

function isStrange({ protocol, host, hostname }: HTMLAnchorElement, { dataset }: HTMLElement): boolean {
  if (!/^https?:$/.test(protocol) || host === location.host) return false;
  return !(dataset['leaving'] ?? '').split(' ').some((known) => hostname === known || hostname.endsWith(`.${known}`));
}
