/** What the press tells a reader's device to fetch to keep an issue, and the device reads: one shape for both sides. */

export interface ListedFile {
  readonly path: string;
  /** Over the wire, in the coding that browsers like best. */
  readonly bytes: number;
  /** Another when the bytes are others. */
  readonly version: string;
}

export interface ListedCopy extends ListedFile {
  /** In pixels; 0 for a picture without copies. */
  readonly width: number;
}

export interface SavingList {
  readonly title: string;
  /** The issue first, then its articles, last the page that stands for all others. */
  readonly pages: readonly ListedFile[];
  /** Style sheets, scripts, pictures that are part of the page. */
  readonly files: readonly ListedFile[];
  /** One copy of each serves for all. */
  readonly pictures: readonly (readonly ListedCopy[])[];
}
