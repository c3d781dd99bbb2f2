/** In place of a withdrawn article's text: that it was withdrawn, when, and why. */
import type { Withdrawal } from '@/lib/content/article';
import { plainDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { foreignTag } from './foreign-tag';

interface WithdrawalNoticeProps {
  readonly withdrawal: Withdrawal;
  /** The language the reason is in. */
  readonly shownLocale: Locale;
  readonly locale: Locale;
}

export function WithdrawalNotice({ withdrawal: { date, reason }, shownLocale, locale }: WithdrawalNoticeProps) {
  const words = messages(locale).withdrawal;
  return (
    <section className="withdrawal-notice" aria-labelledby="withdrawal">
      <h2 id="withdrawal">{words.title}</h2>
      <dl>
        <dt>{words.date}</dt>
        <dd>
          <time dateTime={date}>{plainDate(date, locale)}</time>
        </dd>
        <dt>{words.reason}</dt>
        <dd lang={foreignTag(shownLocale, locale)}>{reason}</dd>
      </dl>
    </section>
  );
}
