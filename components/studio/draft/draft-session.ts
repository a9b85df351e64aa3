import { produce } from 'immer';

import { createDraftSaver, type DraftPorts, type SaveState } from '@/components/studio/draft/draft-saver';
import { openDraftState, withDecision, withStep, type DraftConflict, type DraftRefusal, type DraftState } from '@/components/studio/draft/draft-state';
import { redoStep, replay, undoStep, type UndoneContent, type UndoStack, type UndoStep } from '@/components/studio/draft/undo-stack';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { invertChanges } from '@/lib/modules/draft/diff-content.rules';
import type { DraftPlace } from '@/lib/modules/draft/draft-change.schema';

/** A draft as pages see it; a new object for every change. */
export interface DraftSnapshot {
  content: BotContent;
  /** The version that the server has, without what is unsaved here. */
  version: number;
  saveState: SaveState;
  conflicts: readonly DraftConflict[];
  refusals: readonly DraftRefusal[];
  /** What undo and redo would take back or do again; null when there is nothing. */
  undoLabel: string | null;
  redoLabel: string | null;
  /** As the server has it: the other side of a conflict. */
  base: BotContent;
  /** What was undone or done again last, to be shown where it is; a new object each time. Null: nothing yet. */
  replayed: { step: UndoStep } | null;
}

/** Changes the draft in place, or returns a new content. */
export type DraftRecipe = (content: BotContent) => BotContent | void;

/** One bot's draft in this window: its changes, undo, saving, and what others save meanwhile. */
export type DraftSession = ReturnType<typeof createDraftSession>;

/** Opens a draft that was just loaded. */
export function createDraftSession(loaded: { content: BotContent; version: number }, ports: DraftPorts) {
  let state = openDraftState(loaded);
  let replayed: DraftSnapshot['replayed'] = null;
  const listeners = new Set<() => void>();
  const saver = createDraftSaver(ports, { read: () => state, write: set, onProgress: tell });
  let snapshot = toSnapshot(state, saver.state(), replayed);

  function set(next: DraftState) {
    state = next;
    tell();
  }

  function tell() {
    snapshot = toSnapshot(state, saver.state(), replayed);
    for (const listener of listeners) listener();
  }

  function edit(next: DraftState) {
    if (next === state) return;
    set(next);
    saver.schedule();
  }

  function goThrough(take: (stack: UndoStack, content: BotContent) => UndoneContent | null): UndoStep | null {
    const done = take(state.undo, state.content);
    if (!done) return null;
    replayed = { step: done.step };
    edit({ ...state, content: done.content, undo: done.stack });
    return done.step;
  }

  return {
    snapshot: () => snapshot,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /**
     * Changes the draft; `label` is what undo calls it: "Delete Greeting".
     * @param visit one number for everything typed in one visit to a text field; null for a step of its own
     * @returns how to take back just this, also when more was done since
     */
    change(label: string, recipe: DraftRecipe, visit: number | null = null): () => void {
      const before = state;
      edit(withStep(state, produce(state.content, recipe), { label, visit }));
      const step = state === before ? null : state.undo.past.at(-1);
      return () => {
        if (!step) return;
        if (state.undo.past.at(-1) === step) goThrough(undoStep);
        else edit(withStep(state, replay(state.content, invertChanges(step.changes)), { label: `Take back: ${label}`, visit: null }));
      };
    },
    /** @returns what was taken back */
    undo: () => goThrough(undoStep),
    /** @returns what was done again */
    redo: () => goThrough(redoStep),
    decide: (place: DraftPlace, side: 'mine' | 'theirs'): void => edit(withDecision(state, place, side)),
    /** Sends what is unsaved now. Resolves when it is saved, refused, or couldn't be sent. */
    flush: saver.flush,
    isSaved: (): boolean => snapshot.saveState === 'saved',
    /** Takes in what others have saved meanwhile. */
    async follow(): Promise<void> {
      if (saver.state() === 'saving' || saver.isStuck()) return;
      const version = await ports.readVersion();
      if (version <= state.version && !state.isBehind) return;
      await saver.pull();
    },
  };
}

function toSnapshot(state: DraftState, saving: SaveState, replayed: DraftSnapshot['replayed']): DraftSnapshot {
  return {
    content: state.content,
    base: state.base,
    replayed,
    version: state.version,
    saveState: saving,
    conflicts: state.conflicts,
    refusals: state.refusals,
    undoLabel: state.undo.past.at(-1)?.label ?? null,
    redoLabel: state.undo.future.at(-1)?.label ?? null,
  };
}
