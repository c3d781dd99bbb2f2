/** Which of the device's voices reads a language. */

/** Regions whose voices read a script or language as it is written here, the best first. */
const regions: Readonly<Record<string, readonly string[]>> = {
  'zh-hans': ['zh-cn', 'zh-sg', 'cmn'],
  'zh-hant': ['zh-tw', 'zh-hk', 'zh-mo', 'cmn'],
};
/** Some browsers list their voices only after they have been asked. In milliseconds. */
const patience = 1_500;

/** Voices of the device itself go first: they send the text to nobody, and work without network. */
export function voiceFor(lang: string, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const wanted = lang.toLowerCase();
  const [language = ''] = wanted.split('-');
  const rank = ({ lang: spoken, localService }: SpeechSynthesisVoice): number => {
    const tag = spoken.toLowerCase().replace('_', '-');
    const place = (regions[wanted] ?? [language]).findIndex((region) => tag.startsWith(region));
    const isAny = tag.split('-', 1)[0] === language;
    return (place === -1 ? (isAny ? 10 : Infinity) : place) + (localService ? 0 : 0.5);
  };
  const [best] = [...voices].filter((voice) => rank(voice) < Infinity).sort((a, b) => rank(a) - rank(b));
  return best;
}

export async function listVoices(): Promise<readonly SpeechSynthesisVoice[]> {
  const known = speechSynthesis.getVoices();
  if (known.length > 0) return known;
  await new Promise((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', resolve, { once: true });
    setTimeout(resolve, patience);
  });
  return speechSynthesis.getVoices();
}
