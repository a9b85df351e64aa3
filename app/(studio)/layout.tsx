import { cookies } from 'next/headers';
import type { ReactNode } from 'react';

import { navCookieName } from '@/components/studio/frame/nav-memory';
import { StudioFrame } from '@/components/studio/frame/studio-frame';

/** The studio's pages inside its frame, drawn as the person left it. */
export default async function StudioLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  return <StudioFrame isNavCollapsed={jar.get(navCookieName)?.value === 'collapsed'}>{children}</StudioFrame>;
}
