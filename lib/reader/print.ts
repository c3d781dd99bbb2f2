/**
 * Printing: the button, and the date and time of this very print in `[data-print-date]`, written in the page's language whichever way
 * the reader prints. The clock and the zone are the reader's own.
 */

export function printPage(): void {
  print();
}

export function datePrints(): void {
  addEventListener('beforeprint', () => {
    const now = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date());
    for (const place of document.querySelectorAll('[data-print-date]')) place.textContent = now;
  });
}
