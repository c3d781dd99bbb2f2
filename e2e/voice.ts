/** A voice for browsers under test, which have none of their own: it writes down what it is asked to say. */
import type { Page } from './reader';

/** How the voice behaves: it ends each piece by itself, or waits to be told, or falls silent as some browsers do. */
export type Manner = 'ready' | 'waiting' | 'mute';

export interface Said {
  readonly text: string;
  readonly lang: string;
  readonly rate: number;
}

export async function giveVoice(page: Page, languages: readonly string[], manner: Manner): Promise<void> {
  await page.addInitScript(
    ([tags, kind]) => {
      class Utterance extends EventTarget {
        voice: { readonly lang: string } | undefined;
        rate = 1;
        constructor(readonly text: string) {
          super();
        }
      }
      const said: Said[] = [];
      let current: Utterance | undefined;
      const voice = Object.assign(new EventTarget(), {
        said,
        getVoices: () => tags.map((lang) => ({ lang, name: lang, localService: true })),
        speak(utterance: Utterance) {
          current = utterance;
          said.push({ text: utterance.text, lang: utterance.voice?.lang ?? '', rate: utterance.rate });
          if (kind === 'ready') setTimeout(() => utterance.dispatchEvent(new Event('end')), 20);
        },
        cancel() {
          current?.dispatchEvent(new Event('error'));
          current = undefined;
        },
        finish: () => current?.dispatchEvent(new Event('end')),
      });
      Object.defineProperty(window, 'speechSynthesis', { value: voice, configurable: true });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance, configurable: true });
    },
    [[...languages], manner] as const,
  );
}
