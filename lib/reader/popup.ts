/**
 * Panels that lie over the page: `details[data-popup]` opens and closes by itself without any script; here it also closes on Escape
 * (focus goes back to its summary) and when the reader presses or moves elsewhere.
 */

export function closeOpenPopups(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const popup of openPopups()) {
      popup.open = false;
      if (popup.contains(document.activeElement)) popup.querySelector('summary')?.focus();
    }
  });
  // Not `click`: iOS sends none for a tap on plain text. A finger that scrolls ends in pointercancel and closes nothing.
  for (const departure of ['pointerup', 'focusin']) {
    document.addEventListener(departure, ({ target }) => {
      for (const popup of openPopups()) {
        if (target instanceof Node && !popup.contains(target)) popup.open = false;
      }
    });
  }
}

function openPopups(): Iterable<HTMLDetailsElement> {
  return document.querySelectorAll<HTMLDetailsElement>('details[data-popup][open]');
}
