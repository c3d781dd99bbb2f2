/** The pictures that a page shows or names, and the recordings that it offers: addresses below /media/ and /recordings/ in its attributes, each once. */

const tagPattern = /<[a-z](?:[^>"]|"[^"]*")*>/g;
/** React writes `srcSet`. */
const attributePattern = /\s(?:src|srcset|href|content)="([^"]*)"/gi;
/** In a list of `srcset` a comma or a space ends an address; names escape both. */
const picturePattern = /\/(?:media|recordings)\/[a-z0-9-]+\/\d{4}-\d{2}-\d{2}\/[0-9a-f]+\/[^\s,"]+/g;
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&#x27;': "'", '&#39;': "'", '&lt;': '<', '&gt;': '>' };

/** @param html A page as the press sends it: every value in double quotes. */
export function findPictures(html: string): readonly string[] {
  const found = new Set<string>();
  for (const [tag] of html.matchAll(tagPattern)) {
    for (const [, value = ''] of tag.matchAll(attributePattern)) {
      for (const [address] of value.matchAll(picturePattern)) found.add(address.replace(/&(?:amp|#x27|#39|lt|gt);/g, (entity) => entities[entity] ?? entity));
    }
  }
  return [...found];
}
