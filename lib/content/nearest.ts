/**
 * The nearest known word to a mistyped one, for remedies that say what to type.
 * Distance counts insertions, deletions, changes and swaps of neighbours, case aside.
 */

/** The candidate that a typist most likely meant, or undefined when none is near enough to be worth naming. */
export function findNearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = fold(word);
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = distanceBetween(wanted, fold(candidate));
    if (!best || distance < best.distance) best = { candidate, distance };
  }
  const limit = Math.max(1, Math.ceil(Math.max(word.length, best?.candidate.length ?? 0) / 3));
  return best && best.distance <= limit ? best.candidate : undefined;
}

function fold(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/[\s_-]/g, '').slice(0, 64);
}

/** Optimal string alignment distance. */
function distanceBetween(a: string, b: string): number {
  let older: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwap ? (older[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    older = above;
    above = current;
  }
  return above[b.length] ?? 0;
}
