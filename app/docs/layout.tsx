import type { ReactNode } from 'react';

import { Providers } from '@/components/studio/frame/providers';

/** The pages that explain Parley. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  return <Providers>{children}</Providers>;
}
