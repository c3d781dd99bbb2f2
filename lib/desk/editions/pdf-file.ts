/**
 * What the desk must know of a PDF that Chromium has written (Skia's: objects in plain text, one cross-reference table): on which page each
 * place of the contents begins; and its dates and ids, the only bytes that differ from one run to the next.
 */

/** Destinations by name, with the number of their page, from 1. */
export type PageNumbers = ReadonlyMap<string, number>;

/** @throws Error when it is not such a PDF. */
export function readPageNumbers(pdf: Buffer): PageNumbers {
  const text = pdf.toString('latin1');
  const objects = new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)].map(([, number = '', body = '']) => [number, body]));
  const catalogue = [...objects.values()].find((body) => body.startsWith('<</Type /Catalog'));
  const pageTree = /\/Pages (\d+) 0 R/.exec(catalogue ?? '')?.[1];
  if (pageTree === undefined) throw new Error('Chromium 写出的 PDF 与预期不同，读不出页码。 / Chromium has written another kind of PDF than expected; its pages cannot be told.');
  const pages = listPages(pageTree, objects);
  const destinations = objects.get(/\/Dests (\d+) 0 R/.exec(catalogue ?? '')?.[1] ?? '') ?? '';
  const found = [...destinations.matchAll(/\/([^\s/[\]<>()]+) \[(\d+) 0 R/g)].map(([, name = '', page = '']): [string, number] => [nameOf(name), pages.indexOf(page) + 1]);
  return new Map(found.filter(([, number]) => number > 0));
}

/** The pages below a node of the page tree, in order. */
function listPages(node: string, objects: ReadonlyMap<string, string>): readonly string[] {
  const body = objects.get(node) ?? '';
  if (!body.startsWith('<</Type /Pages')) return [node];
  const kids = /\/Kids \[([^\]]*)\]/.exec(body)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) => listPages(kid, objects));
}

/** A name may hold characters by their number: #20. */
function nameOf(name: string): string {
  return Buffer.from(name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))), 'latin1').toString();
}

/**
 * The same PDF as if it had been made at that moment, by a browser that had just begun to count: dates and the ids of table cells have one
 * length each, so that everything else stays where it is.
 */
export function settlePdf(pdf: Buffer, moment: Date): Buffer {
  const text = pdf.toString('latin1');
  const date = `D:${moment.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`;
  const copy = Buffer.from(pdf);
  for (const { index } of text.matchAll(/(?<=\/(?:CreationDate|ModDate) \()D:\d{14}\+00'00'(?=\))/g)) copy.write(date, index, 'latin1');
  const ids = [...text.matchAll(/(?<=\(node)\d{8}(?=\))/g)];
  // In their own order, because they stand in a sorted tree as well.
  const ranks = new Map([...new Set(ids.map(([id]) => id))].sort().map((id, place) => [id, String(place + 1).padStart(8, '0')]));
  for (const { 0: id, index } of ids) copy.write(ranks.get(id) ?? id, index, 'latin1');
  return copy;
}
