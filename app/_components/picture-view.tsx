/** A picture in the size that fits the reader's screen, with its place kept free while it loads. */
import type { Picture } from '@/lib/content/picture';
import type { Locale } from '@/lib/locale/locales';
import { foreignTag } from './foreign-tag';

interface PictureViewProps {
  readonly picture: Picture;
  /** The language around the picture. */
  readonly locale: Locale;
  /** The width it is shown at, as `sizes` says it. */
  readonly sizes: string;
  /**
   * When it is fetched: `along` with the page, which may be printed at once, or when a reader comes `near`. Never ahead of the page: React has
   * a browser preload whatever is neither lazy nor of low priority, and a slow one then finds it unused.
   */
  readonly fetched: 'along' | 'near';
}

export function PictureView({ picture, locale, sizes, fetched }: PictureViewProps) {
  const { path, width, height, alt, shownLocale, copies } = picture;
  const sources = [...copies, { path, width }].map((copy) => `${copy.path} ${copy.width}w`).join(', ');
  return (
    <img
      src={path}
      srcSet={copies.length > 0 ? sources : undefined}
      sizes={copies.length > 0 ? sizes : undefined}
      width={width}
      height={height}
      alt={alt}
      lang={foreignTag(shownLocale, locale)}
      loading={fetched === 'near' ? 'lazy' : undefined}
      fetchPriority={fetched === 'along' ? 'low' : undefined}
      decoding="async"
    />
  );
}
