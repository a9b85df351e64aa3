import { cookies } from 'next/headers';
import type { ReactNode } from 'react';

import { navCookieName } from '@/components/studio/frame/nav-memory';
import { Providers } from '@/components/studio/frame/providers';
import { StudioSession } from '@/components/studio/session/studio-session';

/** The studio's pages inside its frame, drawn as the person left it. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  return (
    <Providers>
      <StudioSession isNavCollapsed={jar.get(navCookieName)?.value === 'collapsed'}>{children}</StudioSession>
    </Providers>
  );
}
