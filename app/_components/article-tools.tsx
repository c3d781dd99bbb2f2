/**
 * The reader's tools of an article, in one row: text size, share, print, close window. What cannot work here and now is not shown:
 * without the script that leaves sharing.
 */
import { messages } from '@/lib/locale/messages';
import type { Locale } from '@/lib/locale/locales';
import type { Shared } from '@/lib/share';
import { SharePanel } from './share-panel';
import { TextSize } from './text-size';

interface ArticleToolsProps extends Shared {
  readonly locale: Locale;
}

export function ArticleTools({ address, title, locale }: ArticleToolsProps) {
  const { tools } = messages(locale);
  return (
    <div className="article-tools" role="group" aria-label={tools.label}>
      <TextSize locale={locale} />
      <div className="article-tools__actions" data-tool="">
        <SharePanel address={address} title={title} locale={locale} />
        <button type="button" data-needs="script" data-action="print">
          {tools.print}
        </button>
        <button type="button" data-needs="close" data-action="close" data-failed={tools.closeFailed}>
          {tools.close}
        </button>
        <span className="article-tools__status" role="status" />
      </div>
    </div>
  );
}
