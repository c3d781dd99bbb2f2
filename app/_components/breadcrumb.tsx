/** Where the reader is: 首页 > 新闻中心 > … The last part is the page itself and no link. */
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { foreignTag } from './foreign-tag';
import type { Crumb } from './trail';

interface BreadcrumbProps {
  readonly trail: readonly Crumb[];
  readonly locale: Locale;
}

export function Breadcrumb({ trail, locale }: BreadcrumbProps) {
  return (
    <nav className="breadcrumb" aria-label={messages(locale).breadcrumb.label}>
      <ol>
        {trail.map(({ label, path, shownLocale = locale }, place) => (
          <li key={path ?? label} lang={foreignTag(shownLocale, locale)}>
            {place < trail.length - 1 ? <a href={path}>{label}</a> : <span aria-current="page">{label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
