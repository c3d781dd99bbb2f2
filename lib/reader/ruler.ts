/**
 * The ruler line: a band across the page that follows the pointer, the finger and the focus, so that the eye keeps its line. It lies over the
 * text and takes no press.
 */

let ruler: HTMLElement | undefined;

export function showRuler(isWanted: boolean): void {
  if (!isWanted) {
    ruler?.remove();
    ruler = undefined;
    return;
  }
  if (ruler) return;
  ruler = document.createElement('div');
  ruler.className = 'reading-ruler';
  ruler.setAttribute('aria-hidden', 'true');
  ruler.setAttribute('data-reading-ruler', '');
  whenThereIsABody(() => ruler && document.body.append(ruler));
  moveTo(innerHeight / 2);
  follow();
}

/** The script that asks may stand in <head>. */
function whenThereIsABody(run: () => void): void {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', run, { once: true });
  else run();
}

let isFollowing = false;

function follow(): void {
  if (isFollowing) return;
  isFollowing = true;
  for (const move of ['pointermove', 'pointerdown'] as const) document.addEventListener(move, ({ clientY }) => moveTo(clientY), { passive: true });
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element) || !target.matches(':focus-visible') || target.matches('main')) return;
    const { top, height } = target.getBoundingClientRect();
    moveTo(top + height / 2);
  });
}

/** @param y From the top of the window, in pixels. */
function moveTo(y: number): void {
  if (ruler) ruler.style.translate = `0 ${Math.round(y)}px`;
}
