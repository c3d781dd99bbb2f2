import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processorTimeOf } from '@/lib/fixtures/processor-time';
import { takeRuntimeOut } from './runtime';

const chunk = '/_next/static/chunks/0a_n79vxbr0_4.js';

/** What Next 16.4 puts around a page, word for word; [as it comes, as it is sent]. */
const cleaned: readonly (readonly [why: string, html: string, sent: string])[] = [
  ['an asynchronous chunk', `<script src="${chunk}" async=""></script>`, ''],
  ['a chunk for old browsers', `<script src="${chunk}" noModule=""></script>`, ''],
  ['a chunk of a numbered deployment', `<script src="${chunk}?dpl=abc-1" async=""></script>`, ''],
  ['a preload of a chunk', `<link rel="preload" as="script" fetchPriority="low" href="${chunk}"/>`, ''],
  ['a module preload of a chunk', `<link rel="modulepreload" href="${chunk}"/>`, ''],
  ['the start of the runtime', `<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":[]});</script>`, ''],
  ['the first flight script', '<script>(self.__next_f=self.__next_f||[]).push([0])</script>', ''],
  ['flight data', String.raw`<script>self.__next_f.push([1,"9:[\"$\",\"p\",null,{\"children\":\"\u003c/script\u003e\"}]\n"])</script>`, ''],
  ['a marker that blocks rendering', '<link rel="expect" href="#_R_" blocking="render"/>', ''],
  ['empty parking for metadata', '<body><div hidden=""><!--$--><!--/$--></div><header>', '<body><header>'],
  ['markers between texts', '<p>第<!-- -->3<!-- -->期</p><!--$--><!--/$-->', '<p>第3期</p>'],
  ['React’s precedence of a style sheet', '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>', '<link rel="stylesheet" href="/_next/static/chunks/a.css">'],
  ['the slash of elements without end', `<meta charSet="utf-8"/><p>1<br/>2<hr class='x' /><IMG src="/a/"/><wbr/></p>`, `<meta charSet="utf-8"><p>1<br>2<hr class='x' ><IMG src="/a/"><wbr></p>`],
];

for (const [why, html, sent] of cleaned) {
  test(`takes out ${why}`, () => {
    assert.equal(takeRuntimeOut(html), sent);
    assert.equal(takeRuntimeOut(`<!DOCTYPE html><p>前</p>${html}<p>后</p>`), `<!DOCTYPE html><p>前</p>${sent}<p>后</p>`);
  });
}

const untouched: readonly (readonly [why: string, html: string])[] = [
  ['the reader script', '<script src="/assets/reader-0123456789ab.js"></script>'],
  ['a preload of the reader script', '<link rel="preload" as="script" href="/assets/reader-0123456789ab.js">'],
  ['JSON-LD', String.raw`<script type="application/ld+json">{"headline":"self.__next_f.push \u003cscript>","n":"<!- - <b> -->"}</script>`],
  ['speculation rules', '<script type="speculationrules">{"prefetch":[]}</script>'],
  ['links that are no scripts', '<link rel="canonical" href="https://example.cn/zh-hans"><link rel="preload" as="image" href="/media/a.webp">'],
  ['an article about scripts', `<code>&lt;script src="${chunk}">&lt;/script></code> self.__next_f.push([1]) &lt;!--$--> data-precedence="next"/>`],
  ['a script in an attribute', `<img alt="<script>alert(1)</script> > <script src='${chunk}'></script>" src="/media/x.jpg">`],
  ['a comment in an attribute', '<a title="<!-- not a comment -->" href="/en">x</a>'],
  ['markup in a title', '<title>a <script> in a title <!-- -->, <b</title>'],
  ['markup in a text field', '<textarea><script>x</script><!-- --></textarea>'],
  ['signs of comparison', '<p>1 < 2, 3 > 2, a <- b, <3</p>'],
  ['attributes of every form', `<input type=search required value='a "b"' data-x="c 'd'"><br><a href=/a/b>x</a><link rel=next href=/a/><a href="/b"/>`],
  ['names in capitals', '<DIV CLASS="x">y</DIV>'],
  ['drawings', '<svg viewBox="0 0 1 1"><path d="M0 0h1"/><title>二维码</title></svg>'],
];

for (const [why, html] of untouched) {
  test(`leaves ${why} as it is`, () => {
    assert.equal(takeRuntimeOut(html), html);
  });
}

const refused: readonly (readonly [why: string, html: string, reason: RegExp])[] = [
  ['an unknown inline script', '<script>alert(1)</script>', /inline script/],
  ['an empty inline script', '<script></script>', /inline script/],
  ['an inline module', '<script type="module">import "/x.js"</script>', /inline script/],
  ['an import map', '<script type="importmap">{}</script>', /inline script/],
  ['a script that begins like data of another type', '<script type="text/javascript">self.__next_f.push([1])</script>', /inline script/],
  ['React’s finisher of late parts', '<script>$RB=[];$RV=function(a){}</script>', /inline script/],
  ['a script in capitals', '<SCRIPT>alert(1)</SCRIPT>', /inline script/],
  ['an unknown script under /_next/', '<script src="/_next/static/other/x.js"></script>', /unknown script/],
  ['a chunk behind a path', '<script src="/_next/static/chunks/../../x.js"></script>', /unknown script/],
  ['a chunk of another house', `<script src="https://example.com${chunk}"></script>`, /unknown script/],
  ['a script of another house', '<script src="//example.com/x.js"></script>', /unknown script/],
  ['the first of two sources', '<script src="/x.js" src="/assets/reader-0123456789ab.js"></script>', /unknown script/],
  ['a chunk with words in it', `<script src="${chunk}">alert(1)</script>`, /unknown script/],
  ['a link to an unknown script', '<link rel="preload" as="script" href="/_next/x.js"/>', /link to an unknown script/],
  ['a link to a script under /_next/ that names no use', '<link rel="prefetch" href="/_next/x.js"/>', /link to an unknown script/],
  ['a script after a quotation mark', `<a b'c> <script>alert(1)</script> '>`, /malformed/],
  ['a script after a bogus comment', '<? "><script>alert(1)</script>', /malformed/],
  ['a script in a bogus declaration', '<!x "><script>alert(1)</script>">', /malformed/],
  ['a script after a comment that ends early', '<!--> <script>alert(1)</script> -->', /malformed comment/],
  ['a script after a comment that ends with a mark', '<!-- --!> <script>alert(1)</script> -->', /malformed comment/],
  ['a script that hides its end', '<script type="application/ld+json"><!--<script></script>--></script>', /comment opened/],
  ['a script without an end', '<script type="application/ld+json">{}', /without an end/],
  ['a tag without an end', '<p>x</p><a href="', /malformed/],
  ['an event handler', '<img src="/x.png" onerror="alert(1)">', /event handler/],
  ['an event handler in capitals', '<body ONLOAD=alert(1)>', /event handler/],
  ['an inline style sheet', '<style>p{}</style>', /<style>/],
  ['what is text with script and markup without', '<noscript><p title="</noscript><script>alert(1)</script>"></noscript>', /<noscript>/],
  ['another document', '<iframe src="/x"></iframe>', /<iframe>/],
  ['another base', '<base href="https://example.com/">', /<base>/],
  ['a part that is still to come', '<!--$?--><template id="B:0"></template><!--/$-->', /a script would finish/],
  ['a part that failed', '<!--$!--><template></template><!--/$-->', /a script would finish/],
  ['Next’s empty error page', '<!DOCTYPE html><html id="__next_error__"><head></head></html>', /error page/],
];

for (const [why, html, reason] of refused) {
  test(`refuses ${why}`, () => {
    assert.throws(() => takeRuntimeOut(html), reason);
    assert.throws(() => takeRuntimeOut(`<p>前</p>${html}`), reason);
  });
}

test('reads a long page fast, whatever stands in it', () => {
  const long = `<p>${'"\' < = > &lt;!-- '.repeat(20_000)}</p>${'<a href="/x" title="y">z</a>'.repeat(5_000)}`;
  const spent = processorTimeOf(() => {
    assert.equal(takeRuntimeOut(long), long);
    assert.throws(() => takeRuntimeOut(`<a${' b'.repeat(50_000)}`), /malformed/);
  });
  assert.ok(spent < 1_000, `${spent} ms`);
});
