import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asMarkup, markup } from './markup';

test('words are escaped in text and in attributes, markup and lists of it are not', () => {
  const words = `<b>"&'`;
  assert.equal(markup`<p title="${words}">${words}</p>`.html, '<p title="&#60;b&#62;&#34;&#38;&#39;">&#60;b&#62;&#34;&#38;&#39;</p>');
  assert.equal(markup`<ul>${[1, 2].map((number) => markup`<li>${number}</li>`)}</ul>${asMarkup('<hr>')}${undefined}${['<', 'a']}`.html, '<ul><li>1</li><li>2</li></ul><hr>&#60;a');
});
