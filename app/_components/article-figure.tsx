/** A picture that the body does not place itself: drawn as the body's own are (lib/content/markdown/figures). */
import type { Picture } from '@/lib/content/picture';
import type { Locale } from '@/lib/locale/locales';
import { foreignTag } from './foreign-tag';
import { PictureView } from './picture-view';

interface ArticleFigureProps {
  readonly picture: Picture;
  /** The language of the article around it. */
  readonly locale: Locale;
}

export function ArticleFigure({ picture, locale }: ArticleFigureProps) {
  const { caption, credit, shownLocale } = picture;
  return (
    <figure>
      <PictureView picture={picture} locale={locale} sizes="(min-width: 48rem) 45rem, calc(100vw - 2rem)" />
      {(caption ?? credit) !== undefined && (
        <figcaption lang={foreignTag(shownLocale, locale)}>
          {caption} {credit && <span className="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
