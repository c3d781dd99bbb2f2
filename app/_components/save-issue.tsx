/** The offer to keep an issue on the reader's device. Its sheet shows it when the script (lib/reader/offline/panel.ts) says that the browser can. */
import { messages } from '@/lib/locale/messages';
import type { Locale } from '@/lib/locale/locales';
import { pathOf } from '@/lib/routes';
import { OfflineScript } from './offline-script';

export function SaveIssue({ locale }: { readonly locale: Locale }) {
  const words = messages(locale).offline;
  return (
    <>
      <section className="issue-view__column save-issue" data-save-issue="">
        <h2>{words.title}</h2>
        <p>{words.hint}</p>
        <div data-tool="">
          <button
            type="button"
            data-offer={words.offer}
            data-priced={words.priced}
            data-start={words.start}
            data-saving={words.saving}
            data-cancel={words.cancel}
            data-cancelled={words.cancelled}
            data-saved={words.saved}
            data-remove={words.remove}
            data-removed={words.removed}
            data-failed={words.failed}
            data-full={words.full}
          >
            {words.offer}
          </button>
          <progress aria-label={words.saving} hidden />
          <p role="status" />
        </div>
        <p>
          <a href={pathOf({ kind: 'settings', locale })}>{words.manage}</a>
        </p>
      </section>
      <OfflineScript />
    </>
  );
}
