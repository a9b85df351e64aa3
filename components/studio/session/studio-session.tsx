'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState, type ReactNode } from 'react';

import { leaveGuard } from '@/components/studio/frame/leave-guard';
import type { SearchStudio } from '@/components/studio/frame/search-result';
import { StudioFrame } from '@/components/studio/frame/studio-frame';
import { SessionEndedDialog } from '@/components/studio/session/session-ended-dialog';
import { StudioCommands } from '@/components/studio/session/studio-commands';
import { useSessionEnd } from '@/components/studio/session/use-session-end';
import { notify } from '@/components/ui/toaster';
import { callApi } from '@/lib/client/call-api';
import { toSignInHref } from '@/lib/client/own-path';
import { signOut } from '@/lib/client/sign-in';
import { useAccount } from '@/lib/client/use-account';
import { search } from '@/lib/modules/search/search.contract';

/**
 * The studio for a signed-in person: its frame with account, search and commands. Who isn't signed in is led to the sign-in page and
 * back; whose session ends on the way signs in over the page.
 */
export function StudioSession({ children, isNavCollapsed }: { children: ReactNode; isNavCollapsed: boolean }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const account = useAccount();
  const sessionEnd = useSessionEnd();
  const [isLeaving, setIsLeaving] = useState(false);
  const isStranger = sessionEnd.isEnded && account.data === undefined;

  useEffect(() => {
    if (isStranger) router.replace(toSignInHref(location.pathname + location.search + location.hash));
  }, [isStranger, router]);

  async function leave() {
    if (!(await leaveGuard.confirmLeaving())) return;
    try {
      await signOut();
      setIsLeaving(true);
      router.replace('/sign-in');
    } catch (error) {
      notify.error('You are still signed in', error instanceof Error ? error.message : 'Try again.');
    }
  }

  function goOn() {
    sessionEnd.forget();
    void queryClient.invalidateQueries();
  }

  return (
    <StudioFrame
      isNavCollapsed={isNavCollapsed}
      account={account.data ?? null}
      onSignOut={() => void leave()}
      search={searchStudio}
    >
      <StudioCommands onSignOut={() => void leave()} />
      {isStranger || isLeaving ? null : children}
      {account.data && !isLeaving ? (
        <SessionEndedDialog open={sessionEnd.isEnded} email={account.data.email} onSignedIn={goOn} onClose={sessionEnd.forget} />
      ) : null}
    </StudioFrame>
  );
}

const searchStudio: SearchStudio = async (query, signal) => (await callApi(search, { query: { q: query } }, { signal })).hits;
