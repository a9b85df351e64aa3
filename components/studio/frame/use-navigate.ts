'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';

import { leaveGuard } from '@/components/studio/frame/leave-guard';

/** Goes to an address by code, after asking when something is unsaved. Use it instead of Next's `router.push`. */
export function useNavigate(): (href: string) => void {
  const router = useRouter();
  return useCallback(
    (href: string) => {
      void leaveGuard.confirmLeaving().then((isLeaving) => {
        if (isLeaving) router.push(href);
      });
    },
    [router],
  );
}
