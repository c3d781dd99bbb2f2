/** The picture that stands for an article where only one can: the first that its own page shows. */
import type { Article } from '@/lib/content/article';

const pictureAddress = /<img\s[^>]*?src="(\/media\/[^"]+)"/;

/** A path of this portal; undefined for an article without pictures. */
export function firstPicture({ html, figures }: Pick<Article, 'html' | 'figures'>): string | undefined {
  return pictureAddress.exec(html)?.[1] ?? figures[0]?.path;
}
