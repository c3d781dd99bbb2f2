/**
 * Words that may run down the page: a number of two figures (or 5G) stands upright in the room of one character (縦中横), letters of an abbreviation stand
 * one below the other, and everything else Latin lies on its side, as it does by itself. Set horizontally nothing of this is seen.
 */
const upright = /(?<![A-Za-z\d])(?:(\d{1,2}|\d[A-Z])|([A-Z]{1,4}))(?![A-Za-z\d])/g;

export function VerticalWords({ words }: { readonly words: string }) {
  const parts = [...words.matchAll(upright)];
  if (parts.length === 0) return words;
  let end = 0;
  const nodes = parts.map(({ 0: part, 1: number, index }) => {
    const before = words.slice(end, index);
    end = index + part.length;
    return [before, <span key={index} className={number === undefined ? 'is-upright' : 'is-combined'}>{part}</span>];
  });
  return [...nodes, words.slice(end)];
}
