/** Recall and precision of the hijack rules, by technique, on a larger labelled set than the tests', and of another seed. */
import { makeLabelledSet, measure } from '@/lib/hijack/samples/labelled-set';
import { plain, type Row } from './ledger';

const seed = 20260101;
const clean = 2_000;
const perTechnique = 100;
const limits = { recall: 0.99, falseAlarms: 0.005 };

export function measureHijacks(): readonly Row[] {
  const share = (part: number, whole: number): string => `${plain((100 * part) / whole, 2)} %`;
  return measure(makeLabelledSet(seed, clean, perTechnique)).map(({ technique, samples, found, falseAlarms, cleanTexts }) => ({
    name: `hijack ${technique}, ${samples} samples, ${plain(cleanTexts)} clean`,
    press: `recall ${share(found, samples)}, precision ${share(found, Math.max(1, found + falseAlarms))}, false alarms ${share(falseAlarms, cleanTexts)}`,
    must: '>= 99 %, <= 0.5 %',
    isReached: found >= samples * limits.recall && falseAlarms <= cleanTexts * limits.falseAlarms,
  }));
}
