import type { ReactNode } from 'react';

import { Providers } from '@/components/studio/frame/providers';

/** The pages before one is signed in. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return <Providers>{children}</Providers>;
}
