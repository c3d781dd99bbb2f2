/**
 * Elder mode stands at addresses of its own, `/<locale>/elder/…`, so that it needs no script. Here a reader who has chosen it is led
 * there from any other page, before anything is painted.
 */
import { forget, recall, remember } from './memory';

const key = 'mode';
const mode = 'elder';
const elderPath = /^\/[^/]+\/elder(?:\/|$)/;

export function followElderMode(): void {
  lead();
  addEventListener('pageshow', (event) => {
    if (event.persisted) lead();
  });
}

/** The link leads to the other mode by itself; here the choice is remembered. */
export function rememberMode(link: HTMLElement): void {
  if (elderPath.test(link.getAttribute('href') ?? '')) remember(key, mode);
  else forget(key);
}

function lead(): void {
  const { pathname, search, hash } = location;
  if (recall(key) === mode && !elderPath.test(pathname)) location.replace(pathname.replace(/^\/[^/]+/, '$&/elder') + search + hash);
}
