import type { ReactNode } from 'react';

import { ParleyMark } from '@/components/studio/frame/parley-mark';
import { WindowTitle } from '@/components/studio/frame/page';

/** Properties of `AuthCard`. */
export type AuthCardProps = { title: string; lead?: ReactNode; children: ReactNode };

/** The one card of the pages before the studio. */
export function AuthCard({ title, lead, children }: AuthCardProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 py-10 sm:justify-center">
      <WindowTitle parts={[title]} />
      <div className="w-full max-w-90">
        <p className="mb-4 flex items-center gap-2 px-1 font-semibold">
          <ParleyMark />
          Parley
        </p>
        <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5">
          <div className="flex flex-col gap-1">
            <h1 className="text-lg font-semibold">{title}</h1>
            {lead ? <div className="text-muted">{lead}</div> : null}
          </div>
          {children}
        </div>
      </div>
    </main>
  );
}
