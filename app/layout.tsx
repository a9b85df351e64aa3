import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@/app/globals.css';

import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';

/** No title: each page brings its own, the studio's through `Page`, and two would compete. */
export const metadata: Metadata = {
  description: 'Design conversations and API integrations, and run them yourself.',
};

/** Lets the browser's own surfaces follow the page's ground. */
export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f6f8' },
    { media: '(prefers-color-scheme: dark)', color: '#0e0f12' },
  ],
};

/**
 * The document around every page. What the studio's pages rely on comes from their own layouts, so that the messenger loads none of it.
 * The theme's class is set before React takes over, hence the suppressed warning.
 */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
