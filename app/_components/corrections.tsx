/** What was wrong in an article and has been put right, openly: the day, the wrong words, the right words. */
import type { Correction } from '@/lib/content/article';
import { plainDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { foreignTag } from './foreign-tag';

interface CorrectionsProps {
  readonly corrections: readonly Correction[];
  /** The language of the corrected words; the sentence around them is in it too. */
  readonly shownLocale: Locale;
  readonly locale: Locale;
  /** Of the heading: another where the page holds the corrections twice. */
  readonly id?: string;
}

export function Corrections({ corrections, shownLocale, locale, id = 'corrections' }: CorrectionsProps) {
  return (
    <section className="corrections" aria-labelledby={id}>
      <h2 id={id}>{messages(locale).correction.title}</h2>
      <ul>
        {corrections.map(({ date, wrong, right }) => (
          <li key={date + wrong}>
            <time dateTime={date}>{plainDate(date, locale)}</time>{' '}
            <span lang={foreignTag(shownLocale, locale)}>{fill(messages(shownLocale).correction.text, { wrong, right })}</span>
          </li>
        ))}
      </ul>
      <p className="corrections__all">
        <a href={pathOf({ kind: 'corrections', locale })}>{messages(locale).correction.all}</a>
      </p>
    </section>
  );
}
