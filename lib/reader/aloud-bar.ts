/** The bar at the foot of the window while the page is read aloud. Its words come with the aids, so that no page carries them. */
import { aloud as en } from '@/lib/locale/messages/en.json';
import { aloud as ja } from '@/lib/locale/messages/ja.json';
import { aloud as zhHans } from '@/lib/locale/messages/zh-hans.json';
import { aloud as zhHant } from '@/lib/locale/messages/zh-hant.json';

type Words = typeof zhHans;

export interface AloudBar {
  /** Whether the voice is reading. */
  show(isPlaying: boolean): void;
  say(word: keyof Words): void;
  close(): void;
}

interface Wishes {
  readonly rate: number;
  readonly rates: readonly number[];
  onToggle(): void;
  onTurn(paragraphs: number): void;
  onRate(rate: number): void;
  onClose(): void;
}

const dictionaries: Readonly<Record<string, Words>> = { en, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

/** Opens the bar and moves the focus to its first button, where a keyboard needs it. */
export function openAloudBar({ rate, rates, onToggle, onTurn, onRate, onClose }: Wishes): AloudBar {
  const words = dictionaries[document.documentElement.lang] ?? zhHans;
  const bar = document.createElement('div');
  bar.className = 'aloud-bar';
  bar.setAttribute('role', 'region');
  bar.setAttribute('aria-label', words.label);
  const button = (label: string, press: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.addEventListener('click', press);
    bar.append(made);
    return made;
  };
  const toggle = button(words.pause, onToggle);
  button(words.previous, () => onTurn(-1));
  button(words.next, () => onTurn(1));
  bar.append(rateField(words.rate, rate, rates, onRate));
  button(words.stop, onClose);
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  bar.append(status);
  bar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') onClose();
  });
  document.body.append(bar);
  toggle.focus();
  return {
    show(isPlaying) {
      toggle.textContent = isPlaying ? words.pause : words.resume;
    },
    say(word) {
      status.textContent = words[word];
    },
    close: () => bar.remove(),
  };
}

function rateField(name: string, rate: number, rates: readonly number[], onRate: (rate: number) => void): HTMLElement {
  const label = document.createElement('label');
  const select = document.createElement('select');
  select.append(...rates.map((one) => new Option(`${one}×`, String(one), one === rate, one === rate)));
  select.addEventListener('change', () => onRate(Number(select.value)));
  label.append(name, select);
  return label;
}
