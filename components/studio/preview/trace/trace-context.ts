'use client';

import { createContext, useContext } from 'react';

import type { BotNames } from '@/components/studio/preview/bot-names';

/** What the lines of a trace need to know of the bot, wherever a trace is shown. */
export type TraceParts = {
  botId: string;
  names: BotNames;
  /** Leads to an interaction in the builder; with null to its dialog. */
  openInteraction: (dialogId: string, interactionId: string | null) => void;
};

/** Carries what the lines of a trace need. */
export const TraceContext = createContext<TraceParts | null>(null);

/** What the lines of a trace need; only below `TraceContext`. */
export function useTraceParts(): TraceParts {
  const value = useContext(TraceContext);
  if (!value) throw new Error('A trace is shown outside of its context.');
  return value;
}
