/**
 * Takes Next's client runtime out of a finished page: its scripts, their preloads, the flight data, React's markers, XML's slashes.
 * Promises to fail closed: it reads the page by the letter of HTML's grammar and throws at anything executable or unreadable that it
 * does not know, so that a new version of Next breaks a test and never reaches a reader. Words that merely talk about scripts, JSON-LD
 * and speculation rules come out as they went in.
 */

/** Next's own files, removed without a question; any other script under /_next/ is unknown and fails. */
const chunkPattern = /^\/_next\/static\/chunks\/[\w.~-]+\.js(?:\?dpl=[\w-]+)?$/;
/** Our scripts: files beside the pages, never inline. */
const ownScriptPattern = /^\/assets\/[\w-]+\.js$/;
const inlineRuntimePattern = /^(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(|self\.__next_f\.push\(|\(globalThis\["TURBOPACK"\] \|\| )/;
const dataTypes: readonly string[] = ['application/ld+json', 'speculationrules'];
/** Where Next parks streamed metadata; with `htmlLimitedBots` for everyone it stays empty. */
const emptyParkingPattern = /<div hidden=""><!--\$--><!--\/\$--><\/div>/y;
/** Their content is text to some browsers and markup to others, or loads another document: no page of ours has them. */
const unreadable: readonly string[] = ['style', 'noscript', 'iframe', 'noembed', 'noframes', 'xmp', 'plaintext', 'object', 'embed', 'base'];
/** Elements without content or end (HTML §13.1.2): React closes them with a slash as XML does, which says nothing in HTML. */
const voids: readonly string[] = ['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'];
/** Their content is text to every browser. */
const textual: readonly string[] = ['title', 'textarea'];
/** Their attributes are read; those of the others only where one may be a handler, which is rare, and reading them all takes a while. */
const telling: readonly string[] = ['html', 'script', 'link'];
const maybeHandlerPattern = /\son/i;

const attribute = String.raw`\s+[^\s"'<>\/=]+(?:=(?:"[^"]*"|'[^']*'|[^\s"'=<>\x60]+))?`;
const startTagPattern = new RegExp(String.raw`<([a-z][a-z0-9-]*)((?:${attribute})*)\s*\/?>`, 'iy');
const endTagPattern = /<\/[a-z][a-z0-9-]*\s*>/iy;
const doctypePattern = /<!doctype html>/iy;
const commentPattern = /<!--([^]*?)-->/y;
const attributePattern = /\s+([^\s"'<>/=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** A tag, a comment, or a script with its content: where it ends, and what becomes of it; as it is when nothing is said. */
interface Piece {
  readonly end: number;
  readonly becomes?: string;
}

type Attributes = ReadonlyMap<string, string>;

const none: Attributes = new Map();

/**
 * @param html A whole page as Next sends it.
 * @returns The page without runtime; its words are the same.
 * @throws Error that quotes the place, when the page holds a script nobody vouches for, an unfinished part, or malformed markup.
 */
export function takeRuntimeOut(html: string): string {
  const kept: string[] = [];
  let from = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    const { end, becomes } = readPiece(html, at);
    if (becomes !== undefined) {
      kept.push(html.slice(from, at), becomes);
      from = end;
    }
    at = html.indexOf('<', end);
  }
  kept.push(html.slice(from));
  return kept.join('');
}

function readPiece(html: string, at: number): Piece {
  const next = html.charAt(at + 1);
  if (next === '!') return readComment(html, at);
  if (next === '/') return { end: at + matchAt(endTagPattern, html, at)[0].length };
  // Before anything but a letter, `<` is text to every browser, save `<?`.
  if (!/[a-z?]/i.test(next)) return { end: at + 1 };
  const parking = findAt(emptyParkingPattern, html, at);
  if (parking) return { end: at + parking[0].length, becomes: '' };
  const [tag, name = '', written = ''] = matchAt(startTagPattern, html, at);
  const element = name.toLowerCase();
  const end = at + tag.length;
  if (unreadable.includes(element)) throw unclean(`a <${element}>`, html, at);
  const attributes = telling.includes(element) || maybeHandlerPattern.test(written) ? readAttributes(written, html, at) : none;
  if (element === 'html' && attributes.get('id') === '__next_error__') throw unclean('an error page without content', html, at);
  if (element === 'script') return readScript(html, at, end, attributes);
  if (element === 'link') return readLink(html, at, end, attributes);
  if (textual.includes(element)) return { end: endOf(element, html, end).index };
  return voids.includes(element) ? { end, becomes: withoutSlash(tag) } : { end };
}

/** After a value without quotes the slash would belong to the value: it stays. */
function withoutSlash(tag: string): string {
  return tag.replace(/(["'\s]|^<[a-z]+)\/>$/i, '$1>');
}

function readComment(html: string, at: number): Piece {
  const doctype = findAt(doctypePattern, html, at);
  if (doctype) return { end: at + doctype[0].length };
  const [comment, words = ''] = matchAt(commentPattern, html, at);
  // `<!-->` and `--!>` end a comment earlier than they seem to.
  if (/^-?>|--!>/.test(words)) throw unclean('a malformed comment', html, at);
  if (/^\$[?!~]/.test(words)) throw unclean('a part that a script would finish', html, at);
  return { end: at + comment.length, becomes: '' };
}

function readScript(html: string, at: number, start: number, attributes: Attributes): Piece {
  const closing = endOf('script', html, start);
  const content = html.slice(start, closing.index);
  const end = closing.index + closing[0].length;
  // Inside `<!--`, a browser may look for another end than the one found here.
  if (content.includes('<!--')) throw unclean('a script with a comment opened in it', html, at);
  const [source, type] = [attributes.get('src'), attributes.get('type')];
  if (source === undefined) {
    if (type !== undefined && dataTypes.includes(type)) return { end };
    if (type === undefined && inlineRuntimePattern.test(content)) return { end, becomes: '' };
    throw unclean('an inline script', html, at);
  }
  if (content === '' && chunkPattern.test(source)) return { end, becomes: '' };
  if (content === '' && ownScriptPattern.test(source)) return { end };
  throw unclean('an unknown script', html, at);
}

function readLink(html: string, at: number, end: number, attributes: Attributes): Piece {
  const [relation, target = ''] = [attributes.get('rel'), attributes.get('href')];
  // React's render-blocking marker waits for an element that goes away with the runtime.
  if (relation === 'expect') return { end, becomes: '' };
  const loadsScript = relation === 'modulepreload' || attributes.get('as') === 'script' || /^\/_next\/.*\.js\b/.test(target);
  if (!loadsScript) return { end, becomes: withoutSlash(html.slice(at, end)).replace(/ data-precedence="[^"]*"/, '') };
  if (chunkPattern.test(target)) return { end, becomes: '' };
  if (ownScriptPattern.test(target)) return { end, becomes: withoutSlash(html.slice(at, end)) };
  throw unclean('a link to an unknown script', html, at);
}

function readAttributes(written: string, html: string, at: number): Attributes {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of written.matchAll(attributePattern)) {
    const key = name.toLowerCase();
    if (key.startsWith('on')) throw unclean('an inline event handler', html, at);
    // The first of two attributes of one name counts.
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  return attributes;
}

function endOf(element: string, html: string, start: number): RegExpExecArray {
  const pattern = new RegExp(String.raw`</${element}\s*>`, 'gi');
  pattern.lastIndex = start;
  const closing = pattern.exec(html);
  if (!closing) throw unclean(`a <${element}> without an end`, html, start);
  return closing;
}

function findAt(pattern: RegExp, html: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(html);
}

function matchAt(pattern: RegExp, html: string, at: number): RegExpExecArray {
  const match = findAt(pattern, html, at);
  if (!match) throw unclean('malformed markup', html, at);
  return match;
}

function unclean(what: string, html: string, at: number): Error {
  return new Error(`The page holds ${what} and is not sent: ${JSON.stringify(html.slice(at, at + 160))}`);
}
