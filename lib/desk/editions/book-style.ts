/**
 * The style sheet of e-books. Readers choose face, size and colours themselves; what is said here is the language's own: indents and line
 * breaks of Chinese and Japanese, spaced paragraphs of English.
 */
export const bookStyle = `body { margin: 0 0.5em; line-height: 1.7; line-break: strict; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.35; page-break-after: avoid; break-after: avoid; text-align: start; }
h1 { font-size: 1.5em; margin: 0.3em 0 0.6em; }
h2 { font-size: 1.25em; margin: 1.6em 0 0.5em; }
h3, h4, h5, h6 { font-size: 1.1em; margin: 1.4em 0 0.4em; }
p { margin: 0 0 0.6em; text-indent: 2em; text-align: justify; }
:lang(ja) p { text-indent: 1em; }
:lang(en) p, p:lang(en) { text-indent: 0; text-align: start; margin: 0 0 0.9em; }
.kicker, .facts, .notice, .foot, figcaption, td p, li p, .title-page p { text-indent: 0 !important; }
.kicker { margin: 0; color: #0a5848; }
.facts, .notice, .foot { font-size: 0.85em; text-align: start; }
.notice { border-inline-start: 0.2em solid #0a5848; padding-inline-start: 0.8em; }
figure { margin: 1.2em 0; page-break-inside: avoid; break-inside: avoid; text-align: center; }
img { max-width: 100%; max-height: 90vh; height: auto; }
figcaption { font-size: 0.85em; }
.credit { white-space: nowrap; }
blockquote { margin: 1em 0; border-inline-start: 0.2em solid #0a5848; padding-inline-start: 1em; }
pre { white-space: pre-wrap; font-size: 0.85em; line-height: 1.5; text-align: start; }
table { border-collapse: collapse; width: 100%; font-size: 0.85em; line-height: 1.5; }
th, td { border-bottom: 1px solid; padding: 0.3em 0.5em; text-align: start; vertical-align: top; }
.align-right { text-align: end; }
.align-center { text-align: center; }
em:lang(zh), em:lang(ja) { font-style: normal; -webkit-text-emphasis: filled dot; -epub-text-emphasis-style: filled dot; text-emphasis: filled dot; }
em:lang(zh) { -webkit-text-emphasis-position: under; text-emphasis-position: under right; }
sup { font-size: 0.7em; line-height: 0; }
section.footnotes { margin-top: 2em; border-top: 1px solid; font-size: 0.9em; }
.corrections { margin-top: 1.5em; border: 1px solid; padding: 0.5em 1em; }
.title-page { text-align: center; }
.title-page p { text-align: center; }
.title-page h1 { font-size: 2em; margin-top: 1em; }
.title-page .theme { font-size: 1.3em; font-weight: bold; }
nav ol { list-style: none; padding-inline-start: 1em; }
dt { font-weight: bold; }
dd { margin: 0 0 0.5em; overflow-wrap: anywhere; }
`;
