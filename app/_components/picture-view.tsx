/** A picture in the size that fits the reader's screen, with its place kept free while it loads. */
import type { Picture } from '@/lib/content/picture';

interface PictureViewProps {
  readonly picture: Picture;
  /** The width it is shown at, as `sizes` says it. */
  readonly sizes: string;
  /** A picture of a list may wait until it is near; one of an article may not, or it would be missing on paper. */
  readonly isLazy?: boolean;
}

export function PictureView({ picture: { path, width, height, alt, copies }, sizes, isLazy = false }: PictureViewProps) {
  const sources = [...copies, { path, width }].map((copy) => `${copy.path} ${copy.width}w`).join(', ');
  return (
    <img
      className="picture-view"
      src={path}
      srcSet={copies.length > 0 ? sources : undefined}
      sizes={copies.length > 0 ? sizes : undefined}
      width={width}
      height={height}
      alt={alt}
      loading={isLazy ? 'lazy' : undefined}
      decoding="async"
    />
  );
}
