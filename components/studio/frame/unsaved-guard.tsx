'use client';

import { useEffect } from 'react';

import { leaveGuard } from '@/components/studio/frame/leave-guard';

/**
 * While `isDirty`, leaving by a link, the back button, `useNavigate` or closing the tab asks first.
 * Moves within the same path (tabs kept in the query) pass. Before swapping what is edited on the same path,
 * `await leaveGuard.confirmLeaving()`.
 */
export function useUnsavedGuard(isDirty: boolean): void {
  useEffect(() => (isDirty ? leaveGuard.hold() : undefined), [isDirty]);
}
