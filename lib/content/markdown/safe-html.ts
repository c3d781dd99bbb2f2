/**
 * What may stand in the HTML of a body: the elements and attributes that our own passes make, and nothing else. There is no raw HTML
 * in it to begin with; this is the guard behind that. Ids are not rewritten but required to carry the body's prefix, so that
 * sanitising twice changes nothing.
 */
import type { Options } from 'remark-html';

type Schema = Exclude<Options['sanitize'], boolean | null | undefined>;

const bodyId = /^user-content-\S+$/;
/** On this site: one slash, then no other. */
const ownAddress = /^\/(?![\\/])/;
const language: [string, RegExp] = ['lang', /^(?:zh-Han[st]|en|ja)$/];
const alignment: [string, ...string[]] = ['className', 'align-left', 'align-center', 'align-right'];

export const safeHtml: Schema = {
  tagNames: [
    ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'hr', 'pre', 'code', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ...['figure', 'figcaption', 'img', 'div', 'section', 'a', 'em', 'strong', 'del', 'br', 'span', 'sup', 'ruby', 'rt', 'rp'],
  ],
  attributes: {
    a: ['href', 'title', ['rel', 'noopener'], ['id', bodyId], ['role', 'doc-noteref', 'doc-backlink'], ['ariaDescribedBy', bodyId], 'ariaLabel'],
    div: [['className', 'table-scroll'], ['role', 'region'], ['tabIndex', 0], 'ariaLabel'],
    ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6', 'li'].map((name) => [name, [['id', bodyId]]])),
    figcaption: [language],
    img: [['src', ownAddress], ['srcSet', ownAddress], 'sizes', 'alt', language, 'width', 'height', ['loading', 'lazy'], ['decoding', 'async']],
    ol: ['start'],
    section: [['className', 'footnotes'], ['role', 'doc-endnotes'], ['ariaLabelledBy', bodyId]],
    span: [['className', 'credit']],
    td: [alignment],
    th: [alignment, ['scope', 'col', 'row']],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
  required: {},
  clobber: [],
  strip: ['script', 'style'],
};
