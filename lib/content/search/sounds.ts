/**
 * Finding titles by how they sound: 敢为敢闯 by ganweiganchuang, gan wei, or by its initials, gwgc. A title is indexed as its syllables, and
 * once more as their initials; what was typed is taken apart into syllables in every way it can be (xian is 先 and 西安).
 */
import { syllablesOf } from '@/lib/locale/pinyin';

const syllable = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ui|un|uo|ue|ve|vn|a|e|i|o|u|v)$/;
const longestSyllable = 6;
const mostReadings = 8;
const typed = /^[a-z]+(?:[ '’]*[a-z]+)*$/;

/** The tokens of a title: its syllables, whatever stands between them, and behind a mark their initials. */
export function soundsOf(title: string): string {
  const syllables = /\p{Script=Han}/u.test(title) ? syllablesOf(title) : [];
  return syllables.length > 0 ? [...syllables, '_', ...syllables.map((sound) => sound.charAt(0))].join(' ') : '';
}

/** What was typed, as FTS5's MATCH takes it; undefined when it is no pinyin. @param words In any case; ü may be written v. */
export function soundsMatch(words: string): string | undefined {
  const lower = words.trim().toLowerCase().replaceAll('ü', 'v');
  if (!typed.test(lower)) return undefined;
  const letters = lower.replace(/[^a-z]/g, '');
  if (letters.length < 2 || letters.length > 60) return undefined;
  const readings = readingsOf(letters).map((syllables) => `"${syllables.join(' ')}"`);
  const initials = /^[a-z]+$/.test(lower) && !/[iuv]/.test(letters) ? [`"${Array.from(letters).join(' ')}"`] : [];
  const found = [...readings, ...initials];
  return found.length > 0 ? `(${found.join(' OR ')})` : undefined;
}

function readingsOf(letters: string): readonly (readonly string[])[] {
  const readings: string[][] = [];
  const dead = new Set<number>();
  const read = (from: number, before: readonly string[]): boolean => {
    if (from === letters.length) {
      readings.push([...before]);
      return true;
    }
    if (dead.has(from)) return false;
    let isAlive = false;
    for (let length = Math.min(longestSyllable, letters.length - from); length > 0 && readings.length < mostReadings; length--) {
      const sound = letters.slice(from, from + length);
      if (syllable.test(sound) && read(from + length, [...before, sound])) isAlive = true;
    }
    if (!isAlive && readings.length < mostReadings) dead.add(from);
    return isAlive;
  };
  read(0, []);
  return readings;
}
