/**
 * Where OpenCC's dictionary goes wrong in ordinary official text. It matches the longest phrase from the left, so a phrase that
 * straddles two words (好干|部) takes the wrong character with it; naming the longer phrase puts it right.
 * Each line is Simplified, then what must come out before Taiwan's character forms are applied. Only add what was seen to be wrong.
 */
export const corrections: readonly (readonly [string, string])[] = [
  ['新征程', '新征程'],
  ['好干部', '好幹部'],
];
