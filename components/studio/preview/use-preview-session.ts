'use client';

import { useSyncExternalStore } from 'react';

import { emptyPreviewSession, parsePreviewSession, type PreviewSession } from '@/components/studio/preview/preview-session';

type SessionStore = {
  read: () => PreviewSession;
  subscribe: (listener: () => void) => () => void;
  update: (change: (session: PreviewSession) => Partial<PreviewSession>) => void;
  /** What is being written; apart from the session, so that typing draws little anew. */
  readText: () => string;
  setText: (text: string) => void;
};

const storeByBotId = new Map<string, SessionStore>();

/** What the preview of a bot remembers, the same on every page of the bot. */
export function usePreviewSession(botId: string): PreviewSession {
  const store = openPreviewSession(botId);
  return useSyncExternalStore(store.subscribe, store.read, () => emptyPreviewSession);
}

/** What is being written to the preview of a bot. */
export function usePreviewText(botId: string): string {
  const store = openPreviewSession(botId);
  return useSyncExternalStore(store.subscribe, store.readText, () => '');
}

/** The memory of one bot's preview, for reading and changing outside of rendering. */
export function openPreviewSession(botId: string): SessionStore {
  const known = storeByBotId.get(botId);
  if (known) return known;
  const store = createSessionStore(`parley.preview.${botId}`);
  // On the server every request would share it.
  if (typeof window !== 'undefined') storeByBotId.set(botId, store);
  return store;
}

function createSessionStore(storageKey: string): SessionStore {
  const listeners = new Set<() => void>();
  let session = parsePreviewSession(readStored(storageKey));
  let text = readStored(`${storageKey}.text`) ?? '';
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    read: () => session,
    readText: () => text,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update(change) {
      session = { ...session, ...change(session) };
      writeStored(storageKey, JSON.stringify(session));
      tell();
    },
    setText(next) {
      text = next;
      writeStored(`${storageKey}.text`, text);
      tell();
    },
  };
}

// Private windows may refuse storage, and servers have none; the preview is then remembered as long as the page.
function readStored(storageKey: string): string | null {
  if (typeof window === 'undefined') return null;
  try {
    return window.sessionStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function writeStored(storageKey: string, text: string): void {
  try {
    window.sessionStorage.setItem(storageKey, text);
  } catch {
    return;
  }
}
