'use client';
/**
 * The framework's error boundary. Readers never meet it: the press sends the prepared page of /<locale>/failed. In `next dev` it says,
 * in all languages because it does not know the reader's, that the page failed.
 */
import { localeFacts, locales } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';

export default function Failed() {
  return (
    <main className="way-out">
      {locales.map((locale) => (
        <section key={locale} lang={localeFacts[locale].tag}>
          <h1>{messages(locale).failed.title}</h1>
          <p>{messages(locale).failed.text}</p>
        </section>
      ))}
    </main>
  );
}
