/** The way to what the last audit found; nothing when none was recorded. */
import { catalogue } from '@/lib/content/catalogue';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';

export function ComplianceLink({ locale }: { readonly locale: Locale }) {
  if (!catalogue().has({ kind: 'compliance', locale })) return null;
  return (
    <p className="compliance-link">
      <a href={pathOf({ kind: 'compliance', locale })}>{messages(locale).audit.title}</a>
    </p>
  );
}
