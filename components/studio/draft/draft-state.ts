import { ensureListed, rebaseContent } from '@/components/studio/draft/rebase-content';
import { emptyUndoStack, recordStep, type UndoStack } from '@/components/studio/draft/undo-stack';
import type { JsonValue } from '@/lib/engine/json';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { applyChanges, readPlace } from '@/lib/modules/draft/apply-changes.rules';
import { diffContent } from '@/lib/modules/draft/diff-content.rules';
import type { DraftChange, DraftPlace } from '@/lib/modules/draft/draft-change.schema';
import { mergeEntity } from '@/lib/modules/draft/merge-entity.rules';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';

/** A place that somebody else changed differently. Nothing of it is saved until one decides. */
export interface DraftConflict {
  place: DraftPlace;
  /** The content from which both started. */
  ancestor: BotContent;
}

/** A place that the server doesn't take as it is. It is tried again when it has changed. */
export interface DraftRefusal {
  place: DraftPlace;
  value: JsonValue;
  /** Why, and what to do. */
  message: string;
}

/** A draft in this window. What isn't saved is the difference between `base` and `content`; there is no other queue. */
export interface DraftState {
  content: BotContent;
  /** As the server has it, as far as we know. */
  base: BotContent;
  version: number;
  /** The server is at a later version than `base`. */
  isBehind: boolean;
  undo: UndoStack;
  conflicts: readonly DraftConflict[];
  refusals: readonly DraftRefusal[];
}

/** A draft as it was just loaded. */
export function openDraftState({ content, version }: { content: BotContent; version: number }): DraftState {
  return { content, base: content, version, isBehind: false, undo: emptyUndoStack, conflicts: [], refusals: [] };
}

/** The draft after something was done in this window, which can be undone. */
export function withStep(state: DraftState, content: BotContent, step: { label: string; visit: number | null }): DraftState {
  const changes = diffContent(state.content, content);
  return changes.length === 0 ? state : { ...state, content, undo: recordStep(state.undo, { ...step, changes }) };
}

/** What is to be sent next: everything unsaved but for what waits for a decision or was refused as it is. */
export function listUnsent(state: DraftState): DraftChange[] {
  return diffContent(state.base, state.content).filter(
    ({ place, after }) =>
      !state.conflicts.some((conflict) => isSamePlace(conflict.place, place)) &&
      !state.refusals.some((refusal) => isSamePlace(refusal.place, place) && isSameJson(refusal.value, after)),
  );
}

/** The draft once the server has taken `sent` and answered with its version. */
export function withSaved(state: DraftState, sent: readonly DraftChange[], version: number): DraftState {
  const base = applyChanges(state.base, sent);
  const refusals = state.refusals.filter(({ place }) => !sent.some((change) => isSamePlace(change.place, place)));
  // A version further on means that somebody else saved in between.
  if (version > state.version + 1) return { ...state, base, refusals, isBehind: true };
  return { ...state, base, refusals, version };
}

/** The draft on top of what the server has now. An answer that a save has overtaken says nothing any more. */
export function withServer(state: DraftState, server: { content: BotContent; version: number }): DraftState {
  if (server.version < state.version) return state;
  // What didn't change stays the same object, so that little is drawn anew.
  const theirs = applyChanges(state.base, diffContent(state.base, server.content));
  const rebased = rebaseContent({ base: state.base, mine: state.content, theirs });
  const known = state.conflicts.filter(({ place }) => !isSameJson(readPlace(rebased.content, place), readPlace(theirs, place)));
  const fresh = rebased.conflicts
    .filter((place) => !known.some((conflict) => isSamePlace(conflict.place, place)))
    .map((place) => ({ place, ancestor: state.base }));
  return { ...state, content: rebased.content, base: theirs, version: server.version, isBehind: false, conflicts: [...known, ...fresh] };
}

/** The draft once one has decided between both versions of a place. Taking theirs can be undone. */
export function withDecision(state: DraftState, place: DraftPlace, side: 'mine' | 'theirs'): DraftState {
  const conflict = state.conflicts.find((candidate) => isSamePlace(candidate.place, place));
  if (!conflict) return state;
  const conflicts = state.conflicts.filter((candidate) => candidate !== conflict);
  if (side === 'mine') return withStep({ ...state, conflicts }, ensureListed(state.content, place, conflict.ancestor), { label: 'Keep my version', visit: null });
  const mine = readPlace(state.content, place);
  const { merged } = mergeEntity(readPlace(conflict.ancestor, place), readPlace(state.base, place), mine);
  const content = applyChanges(state.content, [{ place, before: mine, after: merged }]);
  return withStep({ ...state, conflicts }, ensureListed(content, place, conflict.ancestor), { label: 'Take the other version', visit: null });
}

/** Whether two places are the same. */
export function isSamePlace(a: DraftPlace, b: DraftPlace): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
