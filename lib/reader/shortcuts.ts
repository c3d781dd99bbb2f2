/**
 * Keys that press something: one letter, no other key held, never while the reader writes. The settings page lists them and switches
 * them off (`html[data-shortcuts]`), as WCAG 2.1.4 asks, because who speaks to a computer presses letters without meaning to.
 */

/** What each key presses. */
const targets: Readonly<Record<string, string>> = {
  n: 'a[rel=next]',
  p: 'a[rel=prev]',
  r: '[data-action=aloud]',
  '?': 'a[rel=help]',
  // The box of the page that has one, else the way to it.
  '/': '#q, .masthead__sections a[href$="/search"]:not([aria-current])',
};

export function listenForShortcuts(): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
    const isWriting = target instanceof Element && target.matches('input:not([type=radio]), textarea, select, [contenteditable]');
    if (document.documentElement.dataset['shortcuts'] === 'off' || ctrlKey || metaKey || altKey || isComposing || isWriting || event.defaultPrevented) return;
    const place = Object.hasOwn(targets, key) ? document.querySelector<HTMLElement>(targets[key] ?? '') : null;
    if (!place) return;
    // Else the key would be written into the box that it leads to, and some browsers look for words on the page.
    event.preventDefault();
    if (place instanceof HTMLInputElement) place.focus();
    else place.click();
  });
}
