/** Why readers do not see an article that is written: it is a draft, or its time has not come. For those who see it all the same. */
import type { ArticleSource } from './article';

export type Hindrance =
  | { readonly kind: 'draft' }
  /** `YYYY-MM-DD HH:MM`, China time. */
  | { readonly kind: 'scheduled'; readonly until: string };

/** @param now `YYYY-MM-DD HH:MM`, China time. @returns Undefined when readers see it: also one withdrawn, whose notice they see. */
export function hindranceOf({ status, published }: Pick<ArticleSource, 'status' | 'published'>, now: string): Hindrance | undefined {
  if (status === 'draft') return { kind: 'draft' };
  return published > now ? { kind: 'scheduled', until: published } : undefined;
}
