'use client';

import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';

/** Dresses a page in the theme chosen on this device: the system's, light or dark. */
export function Theme({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      {children}
    </ThemeProvider>
  );
}
