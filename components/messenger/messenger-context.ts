'use client';

import { createContext, useContext } from 'react';

import type { JsonValue } from '@/lib/engine/json';

/** What a tap on a choice or button says. */
export type MessengerAnswer = { text: string; payload: string | null; metadata: JsonValue[] };

/** A page that opens over the conversation. */
export type MessengerPage = { title: string; url: string; height: 'compact' | 'tall' | 'full' };

/** What the parts of messages can do; the messenger around them carries it out. */
export type MessengerActions = {
  answer: (answer: MessengerAnswer) => void;
  openPage: (page: MessengerPage) => void;
  /** Sends a file; gives what is wrong with it in words, or null. Rejects when it could not be sent. Null where files can't be sent. */
  upload: ((file: File) => Promise<string | null>) | null;
  /** False once the conversation is closed: choices and buttons rest. */
  canAnswer: boolean;
};

/** Carries the actions down to the parts. */
export const MessengerContext = createContext<MessengerActions | null>(null);

/** The actions of the messenger around; only below `MessengerContext`. */
export function useMessenger(): MessengerActions {
  const actions = useContext(MessengerContext);
  if (!actions) throw new Error('A part of a message is shown outside of a messenger.');
  return actions;
}
