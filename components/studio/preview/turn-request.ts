'use client';

import { useSyncExternalStore } from 'react';

import { openPreviewSession } from '@/components/studio/preview/use-preview-session';

/** A turn that some page wants to be looked at in the preview. */
type TurnRequest = { botId: string; conversationId: string; number: number };

let asked: TurnRequest | null = null;
const listeners = new Set<() => void>();

/** Has the preview of a bot go to one of its conversations and show the trace of a turn, now or as soon as it is on screen. */
export function askForTurn(request: TurnRequest): void {
  openPreviewSession(request.botId).update((session) => (session.conversationId === request.conversationId ? {} : { conversationId: request.conversationId, draftVersion: null, pending: [] }));
  put(request);
}

/** What is asked for and not yet shown; null for nothing. */
export function useAskedTurn(botId: string): TurnRequest | null {
  const request = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
    () => null,
  );
  return request?.botId === botId ? request : null;
}

/** Notes that what was asked for is on screen. */
export function answerAskedTurn(): void {
  put(null);
}

function put(request: TurnRequest | null): void {
  asked = request;
  for (const listener of listeners) listener();
}
