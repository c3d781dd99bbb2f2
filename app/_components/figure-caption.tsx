/** What stands under a picture: its caption and who made it; nothing when neither is known. */
import type { Figure, Picture } from '@/lib/content/picture';
import type { Locale } from '@/lib/locale/locales';
import { foreignTag } from './foreign-tag';

interface FigureCaptionProps {
  readonly picture: Picture;
  /** The language around the picture. */
  readonly locale: Locale;
}

export function FigureCaption({ picture: { caption, credit, shownLocale }, locale }: FigureCaptionProps) {
  if (caption === undefined && credit === undefined) return null;
  return (
    <figcaption lang={foreignTag(shownLocale, locale)}>
      <CaptionWords caption={caption} credit={credit} />
    </figcaption>
  );
}

export function CaptionWords({ caption, credit }: Pick<Figure, 'caption' | 'credit'>) {
  return (
    <>
      {caption}
      {caption !== undefined && credit !== undefined && ' / '}
      {credit !== undefined && <span className="credit">{credit}</span>}
    </>
  );
}
