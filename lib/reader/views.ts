/**
 * Views: tells the press that an article is read, once a visit (a tab's session), and shows the number it answers. An element
 * `[data-views="<path>"]` asks for it; it stays hidden until there is a number, and for good when there is trouble. POST of the path
 * counts and answers `{"views": n}`, GET only answers. A page nobody has seen is not counted.
 */
import { whenActivated } from './activation';

export function countViews(): void {
  const place = document.querySelector<HTMLElement>('[data-views]');
  if (place) whenActivated(() => void showViews(place));
}

async function showViews(place: HTMLElement): Promise<void> {
  const { views: path = '' } = place.dataset;
  try {
    const answer = await fetch(path, { method: isMarked(path) ? 'GET' : 'POST', credentials: 'omit' });
    const body: unknown = await answer.json();
    const number = place.querySelector('[data-views-number]');
    if (!answer.ok || !number || !hasViews(body)) return;
    setMark(path);
    number.textContent = grouped(body.views);
    place.hidden = false;
  } catch {
    // No network, no store: the page is whole without a number.
  }
}

/** As all of our languages write it (CLDR). Asking `Intl` for the first time holds a telephone up for a third of a second. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

function hasViews(body: unknown): body is { views: number } {
  return typeof body === 'object' && body !== null && 'views' in body && Number.isInteger(body.views);
}

function isMarked(mark: string): boolean {
  try {
    return sessionStorage.getItem(mark) !== null;
  } catch {
    return false;
  }
}

function setMark(mark: string): void {
  try {
    sessionStorage.setItem(mark, '');
  } catch {
    // Denied: the press has limits of its own.
  }
}
