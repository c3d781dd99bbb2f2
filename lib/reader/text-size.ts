/**
 * The reader's text size: `html[data-text-size]`, which the stylesheet turns into a root font size, kept in this browser and in step
 * between its tabs. Where storage is denied the choice holds for the page.
 */
import { announce } from './announce';

const key = 'text-size';
/** The step a page is designed in; the others are larger. */
const usual = '1';
const sizes: readonly string[] = [usual, '2', '3', '4'];
const root = document.documentElement;

/** Applies the remembered size now, before the body is painted, and again whenever it changes elsewhere. */
export function keepTextSize(): void {
  apply(rememberedSize());
  document.addEventListener('DOMContentLoaded', markChoice);
  addEventListener('storage', (event) => {
    // A null key means that the whole storage was emptied.
    if (event.key === key || event.key === null) apply(rememberedSize());
  });
  // A page that comes back out of the back-forward cache slept through the storage events.
  addEventListener('pageshow', (event) => {
    if (event.persisted) apply(rememberedSize());
  });
}

/** The button's size, from its data-text-size-step, becomes the reader's. */
export function chooseTextSize(button: HTMLElement): void {
  const size = button.dataset['textSizeStep'];
  if (size === undefined) return;
  try {
    localStorage.setItem(key, size);
  } catch {
    // Denied or full: the size still holds for this page.
  }
  apply(size);
  announce(button, button.dataset['done']);
}

function rememberedSize(): string {
  try {
    return localStorage.getItem(key) ?? usual;
  } catch {
    return usual;
  }
}

function apply(size: string): void {
  root.dataset['textSize'] = sizes.includes(size) ? size : usual;
  markChoice();
}

function markChoice(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-text-size-step]')) {
    button.setAttribute('aria-pressed', String(button.dataset['textSizeStep'] === root.dataset['textSize']));
  }
}
