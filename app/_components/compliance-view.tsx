/** The sheet of the last audit: vetoes first, then items, each rule with what was found, and the first page that shows it. */
import { catalogue } from '@/lib/content/catalogue';
import type { Compliance, ComplianceFinding } from '@/lib/content/compliance';
import { dateAndTime, machineTime } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { parsePath } from '@/lib/routes';

interface ComplianceViewProps {
  readonly compliance: Compliance;
  readonly locale: Locale;
}

export function ComplianceView({ compliance, locale }: ComplianceViewProps) {
  const { checked, pages, unread, vetoes, items, findings } = compliance;
  const { audit, joint } = messages(locale);
  const hasFailed = (rule: string): boolean => findings.some((finding) => finding.rule === rule && finding.level === 'veto');
  return (
    <div className="prose">
      <ul>
        <li>
          {audit.checked + joint.colon}
          <time dateTime={machineTime(checked)}>{dateAndTime(checked, locale)}</time>
        </li>
        <li>{audit.pages + joint.colon + String(pages)}</li>
        {unread !== undefined && <li>{audit.unread + joint.colon + String(unread)}</li>}
      </ul>
      <h2>{audit.vetoes}</h2>
      <Sheet rules={vetoes} findings={findings.filter(({ level }) => level === 'veto')} locale={locale} />
      <h2>{audit.items}</h2>
      <Sheet rules={items.filter((rule) => !hasFailed(rule))} findings={findings.filter(({ level }) => level === 'item')} locale={locale} />
    </div>
  );
}

interface SheetProps {
  readonly rules: readonly string[];
  readonly findings: readonly ComplianceFinding[];
  readonly locale: Locale;
}

function Sheet({ rules, findings, locale }: SheetProps) {
  const { audit } = messages(locale);
  const titles: Readonly<Record<string, string>> = audit.rules;
  return (
    <table className="compliance-sheet">
      <thead>
        <tr>
          <th scope="col">{audit.number}</th>
          <th scope="col">{audit.rule}</th>
          <th scope="col">{audit.result}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule}>
            <td>{rule}</td>
            <td>{titles[rule] ?? rule}</td>
            <td>
              <Result finding={findings.find((finding) => finding.rule === rule)} locale={locale} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A page that is gone by now is named and not linked. */
function Result({ finding, locale }: { readonly finding: ComplianceFinding | undefined; readonly locale: Locale }) {
  const { audit } = messages(locale);
  if (!finding) return audit.clean;
  const { count, page } = finding;
  const address = parsePath(page);
  return (
    <>
      {fill(audit.found, { count })} {address && catalogue().has(address) ? <a href={page}>{page}</a> : page}
    </>
  );
}
