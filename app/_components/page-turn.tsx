/** Two ways on from the end of a page: back and forth in an issue, or from issue to issue. */
import type { Locale } from '@/lib/locale/locales';
import { foreignTag } from './foreign-tag';

export interface Turn {
  /** 上一篇. */
  readonly label: string;
  readonly path: string;
  readonly title: string;
  readonly shownLocale: Locale;
}

interface PageTurnProps {
  readonly label: string;
  readonly back: Turn | undefined;
  readonly forth: Turn | undefined;
  readonly locale: Locale;
}

export function PageTurn({ label, back, forth, locale }: PageTurnProps) {
  if (!back && !forth) return null;
  return (
    <nav className="page-turn" aria-label={label}>
      {back && <TurnLink turn={back} side="prev" locale={locale} />}
      {forth && <TurnLink turn={forth} side="next" locale={locale} />}
    </nav>
  );
}

function TurnLink({ turn, side, locale }: { readonly turn: Turn; readonly side: 'prev' | 'next'; readonly locale: Locale }) {
  return (
    <a className={`page-turn__${side}`} href={turn.path} rel={side}>
      <small>{turn.label}</small> <span lang={foreignTag(turn.shownLocale, locale)}>{turn.title}</span>
    </a>
  );
}
