/**
 * Two rows of things laid beside each other: which of the one belongs to which of the other, when both stay in order. What has no partner
 * stands alone.
 */

/**
 * The pairs that are worth most together, in order; of as good ones the earliest. Work and memory grow with the product of the lengths.
 * @param worth Of a pair: above 0, or 0 for two that do not belong together.
 * @returns Places in the two rows.
 */
export function align<One, Other>(ones: readonly One[], others: readonly Other[], worth: (one: One, other: Other) => number): readonly (readonly [number, number])[] {
  const width = others.length + 1;
  // The most that the rest of both rows, from a place in each, can be worth.
  const most = new Float64Array((ones.length + 1) * width);
  const at = (row: number, column: number): number => most[row * width + column] ?? 0;
  const paired = (row: number, column: number, one: One, other: Other): number => {
    const own = worth(one, other);
    return own === 0 ? 0 : own + at(row + 1, column + 1);
  };
  const fromLast = [...others.entries()].reverse();
  for (const [row, one] of [...ones.entries()].reverse()) {
    for (const [column, other] of fromLast) {
      most[row * width + column] = Math.max(paired(row, column, one, other), at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [row, column] = [0, 0]; at(row, column) > 0; ) {
    const [one, other] = [ones[row], others[column]];
    if (one !== undefined && other !== undefined && paired(row, column, one, other) === at(row, column)) pairs.push([row++, column++]);
    else if (at(row + 1, column) === at(row, column)) row++;
    else column++;
  }
  return pairs;
}
