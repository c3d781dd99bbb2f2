/** A picture of the content folder, as pages show it. */

export interface Picture {
  /** Address of the file itself (routes.picturePath). */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption?: string;
  readonly credit?: string;
  /** Smaller copies for `srcset`, narrowest first; empty for SVG and small files. */
  readonly copies: readonly { readonly path: string; readonly width: number }[];
}
