/** The shell of every page: its language, the stylesheet, the reader's script. Everything a reader sees comes from the pages. */
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { readLocale } from '@/app/_page/read-address';
import { localeFacts } from '@/lib/locale/locales';
import '@/app/_styles/site.css';

export const dynamic = 'force-dynamic';

export const metadata: Metadata = { icons: { icon: { url: '/favicon.svg', type: 'image/svg+xml' } } };

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#0b463c' },
    { media: '(prefers-color-scheme: dark)', color: '#0a2f29' },
  ],
};

interface LayoutProps {
  readonly children: ReactNode;
  readonly params: Promise<{ readonly locale: string }>;
}

export default async function Layout({ children, params }: LayoutProps) {
  const locale = readLocale((await params).locale);
  return (
    // In `next dev` React would complain about the attributes that the reader's script has set before it.
    <html lang={localeFacts[locale].tag} suppressHydrationWarning>
      <head>
        <script src={process.env['PORTAL_READER_SCRIPT']} />
      </head>
      <body>{children}</body>
    </html>
  );
}
