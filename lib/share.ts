/**
 * Share links: for each service, the address of its own sharing page with our words in it. Plain links, no service's script, nothing
 * sent before the reader presses. Everything is percent-encoded (a space is %20, never +, which mail programs and LINE show as a plus).
 */

export type ShareService = 'weibo' | 'qq' | 'qzone' | 'x' | 'facebook' | 'line' | 'email';

export interface Shared {
  /** Absolute, with scheme and host: it is read far from here. */
  readonly address: string;
  readonly title: string;
}

export interface ShareLink {
  readonly service: ShareService;
  readonly href: string;
}

/**
 * The links in the order readers of the portal look for them. No summary goes with them: services read the page's own, and percent-encoded
 * it would be a third of a kilobyte for every reader of every article.
 */
export function shareLinks({ address, title }: Shared): readonly ShareLink[] {
  return [
    { service: 'weibo', href: withQuery('https://service.weibo.com/share/share.php', { url: address, title }) },
    { service: 'qq', href: withQuery('https://connect.qq.com/widget/shareqq/index.html', { url: address, title }) },
    { service: 'qzone', href: withQuery('https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey', { url: address, title }) },
    { service: 'x', href: withQuery('https://x.com/intent/post', { text: title, url: address }) },
    { service: 'facebook', href: withQuery('https://www.facebook.com/sharer/sharer.php', { u: address }) },
    { service: 'line', href: withQuery('https://social-plugins.line.me/lineit/share', { url: address, text: title }) },
    // RFC 6068: line breaks of a body are CRLF.
    { service: 'email', href: withQuery('mailto:', { subject: title, body: `${title}\r\n\r\n${address}` }) },
  ];
}

function withQuery(base: string, fields: Readonly<Record<string, string>>): string {
  return `${base}?${Object.entries(fields).map(([name, value]) => `${name}=${encode(value)}`).join('&')}`;
}

/** encodeURIComponent refuses half a surrogate pair, and leaves alone ' ( ) * ! which some services cut a link at. */
function encode(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(whole).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
