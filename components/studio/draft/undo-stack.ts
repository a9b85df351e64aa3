import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { applyChanges, readPlace } from '@/lib/modules/draft/apply-changes.rules';
import { diffContent, invertChanges } from '@/lib/modules/draft/diff-content.rules';
import type { DraftChange } from '@/lib/modules/draft/draft-change.schema';
import { mergeEntity } from '@/lib/modules/draft/merge-entity.rules';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';

/** One thing that a person did, and how to take it back. */
export interface UndoStep {
  /** What was done, as a menu would say it: "Delete Greeting". */
  label: string;
  changes: readonly DraftChange[];
  /** One visit to a text field is one step, however long the typing; null for what is a step of its own. */
  visit: number | null;
}

/** What can be undone and redone, newest last. */
export interface UndoStack {
  past: readonly UndoStep[];
  future: readonly UndoStep[];
}

/** Nothing was done yet. */
export const emptyUndoStack: UndoStack = { past: [], future: [] };

/** Older steps are forgotten. */
const STEPS_MAX = 500;

/** Remembers a step; what could be redone is gone. A step that continues the last one's visit becomes part of it. */
export function recordStep(stack: UndoStack, step: UndoStep): UndoStack {
  if (step.changes.length === 0) return stack;
  const last = stack.past.at(-1);
  const isContinued = last !== undefined && step.visit !== null && last.visit === step.visit && last.label === step.label;
  if (!isContinued) return { past: [...stack.past, step].slice(-STEPS_MAX), future: [] };
  const changes = joinChanges([...last.changes, ...step.changes]);
  const earlier = stack.past.slice(0, -1);
  // Typed and taken back in one visit: as if nothing had been done.
  return { past: changes.length === 0 ? earlier : [...earlier, { ...step, changes }], future: [] };
}

/** A content after an undo or redo, with the stack and the step that it was. */
export interface UndoneContent {
  content: BotContent;
  stack: UndoStack;
  step: UndoStep;
}

/** Takes the newest step back; null when there is none. What others did meanwhile at the same places stays where it doesn't clash. */
export function undoStep(stack: UndoStack, content: BotContent): UndoneContent | null {
  const step = stack.past.at(-1);
  if (!step) return null;
  const next = replay(content, invertChanges(step.changes));
  const redo = { ...step, changes: diffContent(next, content), visit: null };
  return { content: next, stack: { past: stack.past.slice(0, -1), future: [...stack.future, redo] }, step };
}

/** Does the newest undone step again; null when there is none. */
export function redoStep(stack: UndoStack, content: BotContent): UndoneContent | null {
  const step = stack.future.at(-1);
  if (!step) return null;
  const next = replay(content, step.changes);
  const undo = { ...step, changes: diffContent(content, next), visit: null };
  return { content: next, stack: { past: [...stack.past, undo], future: stack.future.slice(0, -1) }, step };
}

/** The content with changes made on top of whatever it is by now. */
export function replay(content: BotContent, changes: readonly DraftChange[]): BotContent {
  return changes.reduce((now, { place, before, after }) => {
    const current = readPlace(now, place);
    // What somebody else deleted isn't brought back by undoing an edit in it.
    if (current === null && before !== null && after !== null) return now;
    const { merged } = mergeEntity(before, after, current);
    return applyChanges(now, [{ place, before: current, after: merged }]);
  }, content);
}

function joinChanges(changes: readonly DraftChange[]): DraftChange[] {
  const byPlace = new Map<string, DraftChange>();
  for (const change of changes) {
    const key = change.place.join('/');
    byPlace.set(key, { ...change, before: byPlace.get(key)?.before ?? change.before });
  }
  return [...byPlace.values()].filter(({ before, after }) => !isSameJson(before, after));
}
