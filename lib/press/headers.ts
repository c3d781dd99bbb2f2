/**
 * The headers of every answer. Promises: the same security headers on pages, files, redirects and refusals; lists are made once and
 * sent as they are, name and value in turn, so that a warm page costs no work on its headers.
 */

/** How long a correction may stay unseen behind a CDN: fresh for 30 s, then shown once more for at most 30 s while a new copy is fetched. */
const pageLifetime = 's-maxage=30, stale-while-revalidate=30';

export const lifetimes = {
  /** Browsers ask every time (and mostly get a 304); shared caches hold pages for a minute at most. */
  page: `public, max-age=0, ${pageLifetime}`,
  /** Not found, for now: the article may be published in a minute. */
  missing: 'public, max-age=0, s-maxage=10',
  /** The address holds the hash of the bytes. */
  immutable: 'public, max-age=31536000, immutable',
  /** public/ files whose name stays when their bytes change. */
  file: 'public, max-age=3600',
  /** Answers to one reader: search results, the redirect to a language, counts, failures. */
  private: 'private, no-cache',
  /** A program that acts for the portal in browsers: a mended one is to be had at once. */
  worker: 'no-cache',
} as const;

/**
 * Everything from our own house and nothing else; no inline script or style, whatever its hash; no string becomes markup. The one Trusted
 * Types policy that may be made names one constant address, that of the worker (lib/reader/offline/worker-address.ts).
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types offline-worker",
];

/** Headers of files that programs anywhere may read, those in other houses' pages too. */
export function wireHeaders(origin: string): readonly string[] {
  return ['Access-Control-Allow-Origin', '*', ...securityHeaders(origin, 'cross-origin')];
}

/** Whose documents may show the bytes: ours, or anybody's (pictures, recordings and feeds, for readers of feeds). */
export type Audience = 'same-origin' | 'cross-origin';

/**
 * @param origin Scheme, host and port that readers see; over HTTPS, browsers are told to stay there for two years.
 * @returns A flat list of names and values.
 */
export function securityHeaders(origin: string, audience: Audience = 'same-origin'): readonly string[] {
  const isSecure = origin.startsWith('https:');
  const policy = isSecure ? [...contentSecurityPolicy, 'upgrade-insecure-requests'] : contentSecurityPolicy;
  return [
    ...['Content-Security-Policy', policy.join('; ')],
    ...['X-Content-Type-Options', 'nosniff'],
    ...['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ...['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'],
    ...['Cross-Origin-Opener-Policy', 'same-origin'],
    ...['Cross-Origin-Embedder-Policy', 'require-corp'],
    ...['Cross-Origin-Resource-Policy', audience],
    ...(isSecure ? ['Strict-Transport-Security', 'max-age=63072000'] : []),
  ];
}
