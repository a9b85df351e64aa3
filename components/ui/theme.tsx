'use client';

import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';

/** The theme's script runs in the page as it arrives. Drawn again in the browser it would not, of which React warns in development: there it is data. */
const SCRIPT_PROPS = typeof window === 'undefined' ? {} : { type: 'application/json' };

/** Dresses a page in the theme chosen on this device: the system's, light or dark. */
export function Theme({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange scriptProps={SCRIPT_PROPS}>
      {children}
    </ThemeProvider>
  );
}
