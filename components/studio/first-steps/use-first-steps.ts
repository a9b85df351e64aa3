'use client';

import { useMemo, useSyncExternalStore } from 'react';

import { NO_PROGRESS, parseProgress, withStepDone, type FirstStep, type FirstStepsProgress } from '@/components/studio/first-steps/first-steps-progress';
import { useAccount } from '@/lib/client/use-account';

/** How far the signed-in person is, on this device; null until the browser knows who it is. */
export function useFirstSteps(): { progress: FirstStepsProgress | null; dismiss: () => void } {
  const key = useStorageKey();
  const kept = useSyncExternalStore(
    subscribe,
    () => (key === null ? null : read(key)),
    () => null,
  );
  const progress = useMemo(() => (key === null ? null : parseProgress(kept)), [key, kept]);
  return {
    progress,
    dismiss() {
      if (key !== null) write(key, { ...(progress ?? NO_PROGRESS), isDismissed: true });
    },
  };
}

/** Notes that the signed-in person has done a step, wherever in the studio that happens. */
export function useMarkFirstStep(): (step: FirstStep) => void {
  const key = useStorageKey();
  return (step) => {
    if (key === null) return;
    const before = parseProgress(read(key));
    const after = withStepDone(before, step);
    if (after !== before) write(key, after);
  };
}

function useStorageKey(): string | null {
  const userId = useAccount().data?.userId;
  return userId === undefined ? null : `parley.first-steps.${userId}`;
}

const listeners = new Set<() => void>();
/** For windows that may not keep anything; then the progress lasts as long as the page. */
const unkept = new Map<string, string>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function read(key: string): string | null {
  const inMemory = unkept.get(key);
  if (inMemory !== undefined) return inMemory;
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, progress: FirstStepsProgress): void {
  const text = JSON.stringify(progress);
  try {
    window.localStorage.setItem(key, text);
  } catch {
    unkept.set(key, text);
  }
  for (const listener of listeners) listener();
}
