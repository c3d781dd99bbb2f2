/**
 * Share: a panel that opens without any script. WeChat by a QR code, the other services by plain links to their own sharing pages, the
 * address to copy by hand; copying at a press and the device's own sheet appear where they can work (lib/reader/share.ts).
 */
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { shareLinks, type Shared } from '@/lib/share';

interface SharePanelProps extends Shared {
  /** The picture of the code that leads to `address`. */
  readonly qrCode: string;
  readonly locale: Locale;
}

export function SharePanel({ address, title, qrCode, locale }: SharePanelProps) {
  const { share } = messages(locale);
  return (
    <details className="share-panel" data-popup="">
      <summary className="share-panel__toggle">{share.label}</summary>
      <div className="share-panel__body">
        <ul className="share-panel__services" aria-label={share.label}>
          {shareLinks({ address, title }).map(({ service, href }) => (
            <li key={service}>
              {service === 'email' ? (
                <a href={href}>{share.email}</a>
              ) : (
                <a href={href} target="_blank" rel="noopener noreferrer">
                  {share[service]}
                  <span className="visually-hidden">{share.newTab}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
        <figure className="share-panel__wechat">
          {/* Fetched when the panel is opened: a code is a twentieth of an article's weight, and few scan it. */}
          <img className="qr-code" src={qrCode} alt={share.qrCode} width="144" height="144" loading="lazy" />
          <figcaption>
            <strong>{share.wechat}</strong>
            {share.wechatHint}
          </figcaption>
        </figure>
        <div className="share-panel__address" data-tool="">
          <label className="share-panel__field">
            <span className="visually-hidden">{share.address}</span>
            <input type="text" readOnly value={address} dir="ltr" data-share-address="" />
          </label>
          <button type="button" data-needs="script" data-action="copy" data-done={share.copied} data-failed={share.copyFailed}>
            {share.copy}
          </button>
          <button type="button" data-needs="device-share" data-action="share" data-share-title={title} data-failed={share.deviceFailed}>
            {share.device}
          </button>
          <p className="share-panel__status" role="status" />
        </div>
      </div>
    </details>
  );
}
