/**
 * Reader counts, the only state the portal cannot make again from its files. One interface, two backends with the same behaviour.
 * Promises: a view once acknowledged is on disk; a reader counts once an article and day; no address and no name is kept, only the
 * opaque mark the caller hands in, and that no longer than its day. Trouble comes as a rejected promise, soon, and heals by itself.
 */

export interface Views {
  /**
   * Counts a view, unless this reader has been counted for the article on the same day (China time).
   * @param article Any stable text, such as `weekly/2023-02-03/slug`. Whether it exists is the caller's question.
   * @param reader An opaque mark of the reader's visit, already hashed with a salt that changes daily.
   * @returns Whether the view was counted, once that is on disk.
   */
  recordView(article: string, reader: string, at: Date): Promise<boolean>;
  /** The views of each article asked for, 0 included. */
  countViews(articles: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Articles by views since the day of `since` (China time), most first, then by article. */
  listMostViewed(since: Date, limit: number): Promise<readonly ArticleViews[]>;
  /** Finishes what was begun. Afterwards every call is refused. */
  close(): Promise<void>;
}

export interface ArticleViews {
  readonly article: string;
  readonly views: number;
}

/** The day in China, `YYYY-MM-DD`: counts and marks are kept by it. */
export function dayOf(moment: Date): string {
  return new Date(moment.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
