/**
 * The reader's tools of an article, in one row: text size, share, reading aloud, print, close window. What cannot work here and now is not shown:
 * without the script that leaves sharing.
 */
import { messages } from '@/lib/locale/messages';
import type { Locale } from '@/lib/locale/locales';
import type { Shared } from '@/lib/share';
import { SharePanel } from './share-panel';
import { TextSize } from './text-size';

interface ArticleToolsProps extends Shared {
  /** The picture of the code that leads to `address`; left out where there is nothing to share. */
  readonly qrCode?: string | undefined;
  readonly locale: Locale;
}

export function ArticleTools({ address, title, qrCode, locale }: ArticleToolsProps) {
  const { tools } = messages(locale);
  return (
    <div className="article-tools" role="group" aria-label={tools.label}>
      <TextSize locale={locale} />
      <div className="article-tools__actions" data-tool="">
        {qrCode !== undefined && <SharePanel address={address} title={title} qrCode={qrCode} locale={locale} />}
        {qrCode !== undefined && (
          <button type="button" data-needs="voice" data-action="aloud">
            {tools.aloud}
          </button>
        )}
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
