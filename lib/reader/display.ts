/**
 * How the reader wants to read: each setting is an attribute of <html>, `data-<name>`, which the stylesheet turns into sizes, colours and
 * faces. Kept in this browser and in step between its tabs; where storage is denied, a choice holds for the page.
 */
import { showRuler } from './aids-loader';
import { announce } from './announce';
import { forget, recall, remember } from './memory';

/** The values of each setting, the usual one first. Buttons and radio buttons carry both as `name` and `value`. */
const settings: Readonly<Record<string, string>> = {
  'text-size': '1 2 3 4',
  theme: 'system light dark sepia contrast',
  leading: '1 2 3',
  face: 'sans serif',
  ruler: 'off on',
  shortcuts: 'on off',
};
const names = Object.keys(settings);
const root = document.documentElement;

/** Applies what is remembered now, before the body is painted, and again whenever it changes elsewhere. */
export function keepDisplay(): void {
  applyRemembered();
  document.addEventListener('DOMContentLoaded', markChoices);
  addEventListener('storage', applyRemembered);
  // A page that comes back out of the back-forward cache slept through the storage events.
  addEventListener('pageshow', (event) => {
    if (event.persisted) applyRemembered();
  });
}

/** What the pressed control is named becomes the reader's. */
export function chooseDisplay(control: HTMLElement): void {
  const [name, value] = [control.getAttribute('name') ?? '', control.getAttribute('value') ?? ''];
  remember(name, value);
  apply(name, value);
  markChoices();
  announce(control, control.dataset['done']);
}

/** Back to the usual in everything. */
export function resetDisplay(control: HTMLElement): void {
  names.forEach(forget);
  applyRemembered();
  announce(control, control.dataset['done']);
}

function applyRemembered(): void {
  for (const name of names) apply(name, recall(name));
  markChoices();
}

function apply(name: string, wished: string | null): void {
  const values = settings[name]?.split(' ') ?? [];
  const value = values.find((known) => known === wished) ?? values[0] ?? '';
  root.setAttribute(`data-${name}`, value);
  if (name === 'ruler') showRuler(value === 'on');
}

function markChoices(): void {
  for (const control of document.querySelectorAll('[data-action=set]')) {
    const isChosen = root.getAttribute(`data-${control.getAttribute('name') ?? ''}`) === control.getAttribute('value');
    if (control instanceof HTMLInputElement) control.checked = isChosen;
    else control.setAttribute('aria-pressed', String(isChosen));
  }
}
