import { Compass } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';

import { buttonStyle } from '@/components/ui/button-style';
import { EmptyState } from '@/components/ui/empty-state';
import { Theme } from '@/components/ui/theme';

/** Names the window. */
export const metadata: Metadata = { title: 'Page not found · Parley' };

/** What an address that leads nowhere shows. */
export default function NotFoundPage() {
  return (
    <Theme>
      <main className="flex min-h-dvh items-center justify-center">
        <EmptyState
          icon={Compass}
          title="There is no page at this address"
          action={
            <Link href="/bots" className={buttonStyle({ variant: 'primary' })}>
              Go to your bots
            </Link>
          }
        >
          It may have been deleted or renamed, or the link may be incomplete.
        </EmptyState>
      </main>
    </Theme>
  );
}
