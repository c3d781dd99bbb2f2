/**
 * Where OpenCC's dictionary itself is wrong for official text (words it tears apart are mended in traditional-matching).
 * Only add what was seen to be wrong, in its final Traditional form; an editor's own cases belong in `protected` of content/site.md.
 */

export const correctedPhrases: readonly (readonly [string, string])[] = [
  // OpenCC has 新徵 (newly levied) and takes it out of a word that ICU does not know.
  ['新征程', '新征程'],
  ['新征途', '新征途'],
  // OpenCC has 剋制; 剋 is to subdue, 克制 is self-restraint.
  ['克制', '克制'],
];

/** Forms that Taiwan's list changes and its own laws do not: 空氣污染防制法. */
export const keptForms: ReadonlySet<string> = new Set(['污']);
