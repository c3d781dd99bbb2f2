/** The numbers of an issue and how much there is to read in it, in one line. */
import type { IssueEntry } from '@/lib/content/issue';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { counted } from './counted';
import { issueNumbers } from './issue-numbers';

interface IssueFactsProps {
  readonly issue: IssueEntry;
  readonly locale: Locale;
}

export function IssueFacts({ issue, locale }: IssueFactsProps) {
  const facts = [...issueNumbers(issue, locale), counted(messages(locale).count.articles, issue.articleCount)];
  return (
    <p className="issue-facts">
      {facts.map((fact) => (
        <span key={fact}>{fact} </span>
      ))}
    </p>
  );
}
