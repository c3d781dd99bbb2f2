/** Something that the export put into the folder. */
export interface Entry {
  /** A page, one that leads on from an old address, a file for programs, a page for what is missing, a file beside the pages, a picture or recording, an edition of an issue, a file for the host. */
  readonly kind: 'page' | 'redirect' | 'wire' | 'spare' | 'file' | 'picture' | 'edition' | 'host';
  /** Its address. */
  readonly path: string;
  readonly hash: string;
  /** Whether .br and .gz stand beside it. */
  readonly isCompressed: boolean;
  /** The key of its headers; see Manifest.headersOf. */
  readonly headers: string;
  /** Addresses of the pictures that it shows, and of its recordings. */
  readonly pictures: readonly string[];
}
