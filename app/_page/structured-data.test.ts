import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeGraph } from './structured-data';

test('nothing in the data can end the element it stands in, or open a comment', () => {
  const hostile = '</script><script>alert(1)</script><!--<script>';
  const written = writeGraph([{ '@type': 'NewsArticle', headline: hostile }, undefined]);
  assert.doesNotMatch(written, /</);
  assert.deepEqual(JSON.parse(written), { '@context': 'https://schema.org', '@graph': [{ '@type': 'NewsArticle', headline: hostile }] });
});
