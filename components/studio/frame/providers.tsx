'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { LeaveGuardDialog } from '@/components/studio/frame/leave-guard-dialog';
import { createQueryClient } from '@/components/studio/frame/query-client';
import { useShortcutListener } from '@/components/studio/frame/use-shortcut-listener';
import { Theme } from '@/components/ui/theme';
import { Toaster } from '@/components/ui/toaster';

/** What every page of ours but the messenger relies on: theme, server data, toasts, shortcuts and the guard of unsaved changes. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  useShortcutListener();
  return (
    <Theme>
      <QueryClientProvider client={queryClient}>
        {children}
        <LeaveGuardDialog />
        <Toaster />
      </QueryClientProvider>
    </Theme>
  );
}
