/** Rule `heading-order`: a heading goes at most one level below the one before it, and none stands above the first. */
import { inFile, warn, type Checker } from './checked-text';

export const headings: Checker = {
  rules: ['heading-order'],
  check(text) {
    // What looks like headings of one level, as most articles have, cannot be out of order.
    const perhaps = text.document.body.match(/^.*?#+|^[ \t>]*(?:=+|-+)[ \t]*$/gm) ?? [];
    if (new Set(perhaps.map((line) => line.replace(/[^#=-]/g, ''))).size < 2) return [];
    const { headings: all } = text.outline();
    const top = all[0]?.depth ?? 1;
    return all.flatMap((heading, place) => {
      const before = all[place - 1]?.depth ?? heading.depth;
      const right = Math.max(top, Math.min(heading.depth, before + 1));
      if (right === heading.depth) return [];
      const isSkipped = heading.depth > right;
      return [
        warn(
          text,
          inFile(text, heading),
          'heading-order',
          isSkipped
            ? { zh: `小标题从第 ${before} 级跳到第 ${heading.depth} 级`, en: `The headings jump from level ${before} to level ${heading.depth}` }
            : { zh: `小标题是第 ${heading.depth} 级，比第一个小标题（第 ${top} 级）还高`, en: `A heading of level ${heading.depth} stands above the first one, of level ${top}` },
          { zh: `改用 ${right} 个 #`, en: `Write ${right} # signs` },
        ),
      ];
    });
  },
};
