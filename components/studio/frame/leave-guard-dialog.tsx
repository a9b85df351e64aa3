'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';

import { leaveGuard } from '@/components/studio/frame/leave-guard';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';

/** Watches every way out of a page with unsaved changes and asks. Once, in the providers. */
export function LeaveGuardDialog() {
  const [isOpen, setIsOpen] = useState(false);
  const answerRef = useRef<((isLeaving: boolean) => void) | null>(null);
  useGuardedLinks();
  useGuardedHistory();
  useGuardedTab();

  useEffect(
    () =>
      leaveGuard.installAsk(() => {
        answerRef.current?.(false);
        setIsOpen(true);
        return new Promise((resolve) => {
          answerRef.current = resolve;
        });
      }),
    [],
  );

  function answer(isLeaving: boolean) {
    answerRef.current?.(isLeaving);
    answerRef.current = null;
    setIsOpen(false);
  }

  return (
    <ConfirmDialog
      open={isOpen}
      onOpenChange={(open) => {
        if (!open) answer(false);
      }}
      title="Leave without saving?"
      confirmLabel="Leave and discard"
      cancelLabel="Keep editing"
      onConfirm={() => answer(true)}
    >
      What you changed on this page since the last save will be lost.
    </ConfirmDialog>
  );
}

function useGuardedLinks(): void {
  const router = useRouter();
  useEffect(() => {
    function guardClick(event: MouseEvent) {
      const address = leaveGuard.isHolding() ? addressLeftFor(event) : null;
      if (!address) return;
      event.preventDefault();
      event.stopPropagation();
      void leaveGuard.confirmLeaving().then((isLeaving) => {
        if (isLeaving) router.push(address.pathname + address.search + address.hash);
      });
    }
    window.addEventListener('click', guardClick, { capture: true });
    return () => window.removeEventListener('click', guardClick, { capture: true });
  }, [router]);
}

/** Where a click on a link leads, if it opens another page of ours in this tab. */
function addressLeftFor(event: MouseEvent): URL | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.hasAttribute('download') || !['', '_self'].includes(link.target)) return null;
  const address = new URL(link.href);
  const isElsewhere = address.pathname !== location.pathname;
  return address.origin === location.origin && isElsewhere ? address : null;
}

/** The back and forward buttons, in browsers with the Navigation API; in others they pass. */
function useGuardedHistory(): void {
  useEffect(() => {
    const { navigation } = window;
    if (!navigation) return undefined;
    let allowedKey: string | null = null;
    function guardTraversal(event: NavigateEvent) {
      if (event.navigationType !== 'traverse' || !event.cancelable || !leaveGuard.isHolding()) return;
      const { key, url } = event.destination;
      if (key === allowedKey || new URL(url).pathname === location.pathname) return;
      event.preventDefault();
      void leaveGuard.confirmLeaving().then((isLeaving) => {
        if (!isLeaving) return;
        allowedKey = key;
        // Whether the move succeeds is the browser's matter; a failed one leaves the page as it is.
        void navigation.traverseTo(key).finished?.catch(() => undefined);
      });
    }
    navigation.addEventListener('navigate', guardTraversal);
    return () => navigation.removeEventListener('navigate', guardTraversal);
  }, []);
}

/** Closing, reloading, and links to other sites; the browser asks in its own words. */
function useGuardedTab(): void {
  useEffect(() => {
    function guardUnload(event: BeforeUnloadEvent) {
      if (leaveGuard.isHolding()) event.preventDefault();
    }
    window.addEventListener('beforeunload', guardUnload);
    return () => window.removeEventListener('beforeunload', guardUnload);
  }, []);
}
