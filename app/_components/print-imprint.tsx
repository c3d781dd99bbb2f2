/** On paper only: the address of the page, and when it was printed (the reader script fills that in as the print starts). */
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import type { Address } from '@/lib/routes';
import { webAddress } from '@/app/_page/web-address';

interface PrintImprintProps {
  readonly address: Address;
  readonly locale: Locale;
}

export function PrintImprint({ address, locale }: PrintImprintProps) {
  const { print, joint } = messages(locale);
  return (
    <div className="print-imprint">
      <p>{print.address + joint.colon + webAddress(address)}</p>
      <p className="print-imprint__date">
        {print.date + joint.colon}
        <span data-print-date="" />
      </p>
    </div>
  );
}
