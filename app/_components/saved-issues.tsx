/** The issues that are saved on the reader's device: listed and removed by the script (lib/reader/offline/list.ts), which alone knows them. */
import { messages } from '@/lib/locale/messages';
import type { Locale } from '@/lib/locale/locales';
import { OfflineScript } from './offline-script';

export function SavedIssues({ locale }: { readonly locale: Locale }) {
  const { list, withoutScript, saved, remove, removeOne, removeAll, removed, none, unable } = messages(locale).offline;
  return (
    <>
      <section className="band saved-issues" data-saved-issues data-saved={saved} data-remove={remove} data-remove-one={removeOne} data-remove-all={removeAll} data-removed={removed} data-none={none} data-unable={unable}>
        <h2 tabIndex={-1}>{list}</h2>
        <p className="saved-issues__without-script">{withoutScript}</p>
        <p role="status" />
      </section>
      <OfflineScript />
    </>
  );
}
