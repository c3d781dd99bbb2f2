/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
import { localeFacts } from '@/lib/locale/locales';
import type { Feed } from './feed';

export const jsonFeedType = 'application/feed+json';

export function writeJsonFeed({ locale, title, description, publisher, self, page, hub, items }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: page,
    feed_url: self,
    hubs: hub === undefined ? undefined : [{ type: 'WebSub', url: hub }],
    language: localeFacts[locale].tag,
    authors: [{ name: publisher }],
    items: items.map(({ id, url, shownLocale, title: headline, authors, summary, html, published, updated, tags, recording }) => ({
      id,
      url,
      title: headline,
      content_html: html,
      summary,
      date_published: published,
      date_modified: updated,
      authors: authors.length > 0 ? authors.map((name) => ({ name })) : undefined,
      tags: tags.length > 0 ? tags : undefined,
      attachments: recording && [{ url: recording.url, mime_type: recording.type, size_in_bytes: recording.size, duration_in_seconds: recording.seconds }],
      language: shownLocale === locale ? undefined : localeFacts[shownLocale].tag,
    })),
  });
}
