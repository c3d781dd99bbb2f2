/** Where something stands in a page, 1-based, in its HTML as it was sent. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** For what stands nowhere, because it is missing. */
export const top: Place = { line: 1, column: 1 };
