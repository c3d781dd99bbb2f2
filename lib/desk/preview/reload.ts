/**
 * The script of a preview's pages, beside the reader's: loads the page again when its bytes are others. The server compares; here is
 * only an ear. Browsers keep the place in the page over a reload.
 */

const own = document.currentScript;
if (own instanceof HTMLScriptElement) listen(`${own.dataset['changes'] ?? ''}?page=${encodeURIComponent(location.pathname)}&version=${own.dataset['version'] ?? ''}`);

function listen(address: string): void {
  let source: EventSource | undefined;
  const follow = (): void => {
    source?.close();
    // A browser has six connections to a host, and an editor more tabs: only the one in sight takes one.
    source = document.hidden ? undefined : new EventSource(address);
    source?.addEventListener('change', () => {
      source?.close();
      location.reload();
    });
  };
  document.addEventListener('visibilitychange', follow);
  addEventListener('pageshow', follow);
  addEventListener('pagehide', () => source?.close());
}
