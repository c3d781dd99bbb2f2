/**
 * Reads the article aloud, one piece after the other, marks it on the page and follows it. Pausing stops the voice and remembers the piece:
 * many telephones cannot pause one. A piece that the browser never ends is given up in time, and the next is read.
 */
import { openAloudBar, type AloudBar } from './aloud-bar';
import { recall, remember } from './memory';
import { piecesOf, type Piece } from './sentences';
import { listVoices, voiceFor } from './voice';

const places = 'article h1, .article-view__text .prose';
const rateKey = 'rate';
export const rates: readonly number[] = [0.75, 1, 1.25, 1.5, 2];
/** The shortest and the slowest that a piece may take, in milliseconds and milliseconds a character, at the usual speed. */
const patience = { least: 8_000, perCharacter: 700 };

interface Reading {
  /** Pauses or goes on. */
  toggle(): void;
}

let reading: Reading | undefined;

/** Begins to read; pressed again, it pauses and goes on. */
export function readAloud(button: HTMLElement): void {
  if (reading) reading.toggle();
  else reading = open(button);
}

function open(button: HTMLElement): Reading {
  const pieces = piecesOf(document.querySelectorAll(places));
  let at = 0;
  let isPlaying = false;
  let rate = Number(recall(rateKey)) || 1;
  /** Counts what was asked of the voice: answers to an earlier wish are no answers. */
  let wish = 0;
  let timer: number | undefined;
  let voices: readonly SpeechSynthesisVoice[] = [];

  const hush = (): void => {
    wish += 1;
    clearTimeout(timer);
    speechSynthesis.cancel();
  };
  const play = (): void => {
    hush();
    const piece = pieces[at];
    isPlaying = piece !== undefined;
    bar.show(isPlaying);
    if (!piece) return close();
    const voice = voiceFor(piece.lang, voices);
    if (!voice) {
      pause();
      return bar.say('noVoice');
    }
    mark(piece);
    const own = wish;
    const goOn = (): void => {
      if (own !== wish) return;
      at += 1;
      play();
    };
    const utterance = new SpeechSynthesisUtterance(piece.text);
    Object.assign(utterance, { voice, lang: voice.lang, rate });
    utterance.addEventListener('end', goOn);
    utterance.addEventListener('error', goOn);
    speechSynthesis.speak(utterance);
    timer = window.setTimeout(goOn, Math.max(patience.least, (piece.text.length * patience.perCharacter) / rate));
  };
  const pause = (): void => {
    hush();
    isPlaying = false;
    bar.show(false);
  };
  /** To the beginning of the paragraph so many after this one. */
  const turn = (paragraphs: number): void => {
    const wanted = Math.max(0, (pieces[at]?.paragraph ?? 0) + paragraphs);
    const next = pieces.findIndex(({ paragraph }) => paragraph === wanted);
    if (next === -1) return;
    at = next;
    play();
  };
  const close = (): void => {
    hush();
    removeEventListener('pagehide', close);
    unmark();
    bar.close();
    reading = undefined;
    button.focus();
  };
  const bar: AloudBar = openAloudBar({
    rate,
    rates,
    onToggle: () => (isPlaying ? pause() : play()),
    onTurn: turn,
    onRate(chosen) {
      rate = chosen;
      remember(rateKey, String(rate));
      if (isPlaying) play();
    },
    onClose: close,
  });
  addEventListener('pagehide', close);
  void listVoices().then((found) => {
    voices = found;
    if (reading) play();
  });
  return { toggle: () => (isPlaying ? pause() : play()) };
}

const highlightName = 'aloud';

/** Marks the piece without touching the page; browsers that cannot do that get the whole paragraph marked. */
function mark({ range }: Piece): void {
  unmark();
  const block = range.startContainer.parentElement;
  if ('highlights' in CSS) CSS.highlights.set(highlightName, new Highlight(range));
  else block?.setAttribute('data-aloud', '');
  const { top, bottom } = range.getBoundingClientRect();
  const isSeen = top > 0 && bottom < innerHeight * 0.8;
  if (!isSeen) block?.scrollIntoView({ block: 'center' });
}

function unmark(): void {
  if ('highlights' in CSS) CSS.highlights.delete(highlightName);
  document.querySelector('[data-aloud]')?.removeAttribute('data-aloud');
}
