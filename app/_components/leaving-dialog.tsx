/** What asks a reader who is about to leave for somebody else's site. Closed until the reader's script opens it; without, links are links. */
import type { Site } from '@/lib/content/site';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';

/** Sites of the government are no strangers to a site of the government. */
const government = 'gov.cn';

export function LeavingDialog({ site: { name, parent, friends }, locale }: { readonly site: Site; readonly locale: Locale }) {
  const { leaving } = messages(locale);
  const known = [government, ...(parent ? [new URL(parent.address).hostname] : []), ...friends];
  return (
    <dialog className="leaving-dialog" aria-labelledby="leaving" data-leaving={known.join(' ')}>
      <p id="leaving">
        {fill(leaving.text, { site: name })} <strong />
      </p>
      <button type="button" data-action="stay">
        {leaving.stay}
      </button>
      <button type="button" data-action="leave">
        {leaving.go}
      </button>
    </dialog>
  );
}
