/** The last page of an issue on paper: who made it, and the short address of each of its texts, to type or to scan. */
import type { ReactNode } from 'react';
import type { Issue } from '@/lib/content/issue';
import type { Site } from '@/lib/content/site';
import { longDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { shortPathOf, wirePathOf } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import { webAddress, webOrigin } from '@/app/_page/web-address';
import { foreignTag } from './foreign-tag';
import { issueNumbers } from './issue-numbers';

interface PrintColophonProps {
  readonly issue: Issue;
  readonly site: Site;
  readonly locale: Locale;
}

export function PrintColophon({ issue, site, locale }: PrintColophonProps) {
  const words = messages(locale).issuePrint;
  const { joint } = messages(locale);
  const { periodical, date, periodicalTitle, periodicalLocale } = issue;
  const numbers = issueNumbers(issue, locale);
  const { address, telephone, email } = site.contact ?? {};
  const contact = [address, telephone, email].filter((one) => one !== undefined);
  return (
    <footer className="print-colophon">
      <h2>{words.colophon}</h2>
      <div className="print-colophon__issue">
        <Code path={wirePathOf({ kind: 'qr-code', locale, periodical, issue: date })} title={periodicalTitle} locale={locale} />
        <dl>
          <Fact name={words.periodical}>
            <span lang={foreignTag(periodicalLocale, locale)}>{periodicalTitle}</span>
          </Fact>
          <Fact name={words.date}>{longDate(date, locale)}</Fact>
          {numbers.length > 0 && <Fact name={words.numbers}>{numbers.join(joint.list)}</Fact>}
          <Fact name={words.publisher}>
            <span lang={foreignTag(site.shownLocale, locale)}>{site.organisation}</span>
          </Fact>
          {contact.length > 0 && <Fact name={words.contact}>{contact.join(joint.list)}</Fact>}
          <Fact name={words.address}>{webAddress({ kind: 'issue', locale, periodical, issue: date })}</Fact>
        </dl>
      </div>
      <h3>{words.addresses}</h3>
      <ul className="print-colophon__articles">
        {issue.contents.flatMap(({ articles }) => articles).map(({ id, title, shownLocale }) => (
          <li key={id.slug}>
            <Code path={wirePathOf({ kind: 'copy-qr-code', code: shortCodeOf(id) })} title={title} locale={locale} />
            <div>
              <p lang={foreignTag(shownLocale, locale)}>{title}</p>
              <p className="print-colophon__address">{webOrigin + shortPathOf(shortCodeOf(id))}</p>
            </div>
          </li>
        ))}
      </ul>
    </footer>
  );
}

function Code({ path, title, locale }: { readonly path: string; readonly title: string; readonly locale: Locale }) {
  return <img className="qr-code" src={path} alt={fill(messages(locale).issuePrint.qrCode, { title })} width="96" height="96" loading="lazy" />;
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
