/** A picture that the body does not place itself: drawn as the body's own are (lib/content/markdown/figures). */
import type { Picture } from '@/lib/content/picture';
import type { Locale } from '@/lib/locale/locales';
import { FigureCaption } from './figure-caption';
import { PictureView } from './picture-view';

interface ArticleFigureProps {
  readonly picture: Picture;
  /** The language of the article around it. */
  readonly locale: Locale;
  /** See PictureView. */
  readonly fetched: 'along' | 'near';
}

export function ArticleFigure({ picture, locale, fetched }: ArticleFigureProps) {
  return (
    <figure>
      <PictureView picture={picture} locale={locale} sizes="(min-width: 48rem) 45rem, calc(100vw - 2rem)" fetched={fetched} />
      <FigureCaption picture={picture} locale={locale} />
    </figure>
  );
}
