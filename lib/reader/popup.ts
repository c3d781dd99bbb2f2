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
        // A press on plain text inside the panel focuses what lies around both, <main>: that is no moving on.
        const isAround = departure === 'focusin' && target instanceof Node && target.contains(popup);
        if (target instanceof Node && !popup.contains(target) && !isAround) popup.open = false;
      }
    });
  }
}

function openPopups(): Iterable<HTMLDetailsElement> {
  return document.querySelectorAll<HTMLDetailsElement>('details[data-popup][open]');
}
