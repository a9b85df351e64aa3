'use client';

import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';

import type { DraftRecipe, DraftSession, DraftSnapshot } from '@/components/studio/draft/draft-session';
import { readTextVisit } from '@/components/studio/draft/text-visit';
import type { UndoStep } from '@/components/studio/draft/undo-stack';
import type { DraftPlace } from '@/lib/modules/draft/draft-change.schema';
import type { DraftSurroundings } from '@/lib/modules/draft/draft.contract';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** How the draft of the page's bot is coming along. */
export type DraftLoad = { kind: 'loading' } | { kind: 'failed'; error: Error; retry: () => void } | { kind: 'open'; session: DraftSession };

/** The draft of the bot's pages, given by `DraftProvider`. */
export const DraftContext = createContext<DraftLoad>({ kind: 'loading' });

/** What stands around the draft. */
export interface DraftAroundValue {
  /** The bot's integrations and the keys of its environment; null while they aren't known. */
  surroundings: DraftSurroundings | null;
  /** Everything wrong with the draft, errors first; follows the draft after a moment. */
  problems: readonly DraftProblem[];
}

/** What stands around the draft, given by `DraftProvider`. */
export const DraftAroundContext = createContext<DraftAroundValue>({ surroundings: null, problems: [] });

/** The draft and what can be done with it. */
export interface DraftHandle extends DraftSnapshot, DraftAroundValue {
  /**
   * Changes the draft; `label` is what undo calls it: "Delete Greeting". What is typed in one visit to a text field is one
   * step of undo. The recipe changes the content in place, or returns a new one.
   * @returns how to take back just this, for an undo in a toast
   */
  change: (label: string, recipe: DraftRecipe) => () => void;
  /** Takes the newest step back, and tells which it was; null when there is none. */
  undo: () => UndoStep | null;
  redo: () => UndoStep | null;
  /** Decides a conflict. */
  decide: (place: DraftPlace, side: 'mine' | 'theirs') => void;
  /** Sends what is unsaved at once. */
  flush: () => Promise<void>;
  /** Takes in at once what the server has, for example after a release was restored into the draft. */
  follow: () => Promise<void>;
}

/** The draft of the page's bot; null while it isn't loaded. */
export function useDraftIfOpen(): DraftHandle | null {
  const load = useContext(DraftContext);
  const session = load.kind === 'open' ? load.session : null;
  const snapshot = useSyncExternalStore(session?.subscribe ?? subscribeToNothing, session?.snapshot ?? readNothing, readNothing);
  const actions = useMemo(() => (session ? toActions(session) : null), [session]);
  const around = useContext(DraftAroundContext);
  return useMemo(() => (snapshot && actions ? { ...snapshot, ...actions, ...around } : null), [snapshot, actions, around]);
}

/** The draft of the page's bot. Only below `DraftGate`. */
export function useDraft(): DraftHandle {
  const draft = useDraftIfOpen();
  if (!draft) throw new Error('useDraft is used outside of DraftGate.');
  return draft;
}

function toActions(session: DraftSession) {
  return {
    change: (label: string, recipe: DraftRecipe) => session.change(label, recipe, readTextVisit()),
    undo: session.undo,
    redo: session.redo,
    decide: session.decide,
    flush: session.flush,
    follow: session.follow,
  };
}

function subscribeToNothing(): () => void {
  return () => undefined;
}

function readNothing(): null {
  return null;
}
