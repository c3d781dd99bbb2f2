/**
 * Says what a control has done: fills the live region beside it, which screen readers read out when they have a moment and eyes may
 * see. The region is the `[role=status]` right below the control's `[data-tool]`.
 */

/** A region that is filled again with the same words stays silent unless it was empty for a moment. */
const pause = 100;

/** Announces the words; says nothing when the page has none. */
export function announce(control: Element, words: string | undefined): void {
  const region = control.closest('[data-tool]')?.querySelector(':scope > [role=status]');
  if (!region || !words) return;
  region.textContent = '';
  setTimeout(() => {
    region.textContent = words;
  }, pause);
}
