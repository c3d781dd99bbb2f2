/**
 * The order of the cleaners. Each is in a file of its own with the reason why it exists and a table test; here they are only lined up:
 * first layout, then what the page says about the article, then the words themselves.
 */
import type { Cleaner, CleaningContext } from './cleaner';
import { breadcrumb } from './cleaners/breadcrumb';
import { headline } from './cleaners/headline';
import { hijackedWords } from './cleaners/hijacked-words';
import { misprint } from './cleaners/misprint';
import { punctuation } from './cleaners/punctuation';
import { spaces } from './cleaners/spaces';
import { tail } from './cleaners/tail';
import { timeLine } from './cleaners/time-line';
import type { Manuscript } from './manuscript';

export const cleaners: readonly Cleaner[] = [spaces, breadcrumb, headline, timeLine, tail, hijackedWords, misprint, punctuation];

export function clean(manuscript: Manuscript, context: CleaningContext): Manuscript {
  return cleaners.reduce((cleaned, cleaner) => cleaner.clean(cleaned, context), manuscript);
}
