/**
 * The key `/` leads to the search box, or, where the page has none, to the page that has. Not while something is being typed, and not
 * with another key held down, when it may mean something to the browser.
 */
export function leadToSearch(): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const isTyping = target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
    if (key !== '/' || ctrlKey || metaKey || altKey || isTyping || event.isComposing) return;
    const place = document.querySelector<HTMLElement>('#q') ?? document.querySelector<HTMLElement>('.masthead__sections a[href$="/search"]');
    if (!place) return;
    event.preventDefault();
    if (place instanceof HTMLAnchorElement) place.click();
    else place.focus();
  });
}
