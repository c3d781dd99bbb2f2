/** Tells a saved page from pasted text. Text may speak of tags; a page is made of them. */

export function isMarkup(text: string): boolean {
  if (/<(?:!doctype\s+html|html|head|body|meta)\b/i.test(text)) return true;
  return (text.match(/<(?:p|div|td|tr|table|h[1-6]|li|ul|section|article|br|span|font)(?:\s[^<>]*)?\/?>/gi)?.length ?? 0) >= 2;
}
