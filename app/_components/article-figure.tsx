/** A picture of an article with its caption and the name of who took it. */
import type { Picture } from '@/lib/content/picture';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { PictureView } from './picture-view';

interface ArticleFigureProps {
  readonly picture: Picture;
  readonly locale: Locale;
}

export function ArticleFigure({ picture, locale }: ArticleFigureProps) {
  const { article, joint } = messages(locale);
  const { caption, credit } = picture;
  return (
    <figure>
      <PictureView picture={picture} sizes="(min-width: 48em) 42rem, 100vw" />
      {(caption ?? credit) !== undefined && (
        <figcaption>
          {caption}
          {credit && <small>{article.credit + joint.colon + credit}</small>}
        </figcaption>
      )}
    </figure>
  );
}
