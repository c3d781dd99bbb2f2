/**
 * On paper only: the address of the page, and when it was printed (the reader script fills that in as the print starts). An article has its
 * short address there, and the code that leads to it: whoever holds the paper learns whether it still holds.
 */
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { shortPathOf, wirePathOf, type Address } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import { webAddress, webOrigin } from '@/app/_page/web-address';

interface PrintImprintProps {
  readonly address: Address;
  readonly locale: Locale;
}

export function PrintImprint({ address, locale }: PrintImprintProps) {
  const { print, joint } = messages(locale);
  const code = address.kind === 'article' || address.kind === 'parallel' ? shortCodeOf(address) : undefined;
  return (
    <div className="print-imprint">
      {/* Lazy, so that only those who print fetch it. */}
      {code && <img className="qr-code" src={wirePathOf({ kind: 'copy-qr-code', code })} alt="" loading="lazy" />}
      <p>{code ? print.check + joint.colon + webOrigin + shortPathOf(code) : print.address + joint.colon + webAddress(address)}</p>
      <p className="print-imprint__date">
        {print.date + joint.colon}
        <span data-print-date="" />
      </p>
    </div>
  );
}
