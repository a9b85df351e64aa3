import { freeName } from '@/components/studio/builder/model/free-name';
import { kindLooks } from '@/components/studio/builder/model/interaction-kinds';
import { newInteraction } from '@/components/studio/builder/model/new-interaction';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { Interaction, InteractionKind } from '@/lib/engine/program/interaction.schema';

/** Where new interactions go: behind one of a dialog, or first. */
export interface RunPlace {
  dialogId: string;
  /** Null: at the beginning. */
  afterId: string | null;
}

/** A new interaction of a kind under a free name, to be put somewhere with `insertInteractions`. */
export function buildInteraction(content: BotContent, kind: InteractionKind, id: string): Interaction {
  const names = Object.values(content.interactions).map(({ name }) => name);
  return newInteraction(kind, id, freeName(kindLooks[kind].label, names));
}

/** Puts interactions into a dialog, in place. */
export function insertInteractions(content: BotContent, { dialogId, afterId }: RunPlace, interactions: readonly Interaction[]): void {
  const dialog = content.dialogs[dialogId];
  if (!dialog) return;
  for (const interaction of interactions) content.interactions[interaction.id] = interaction;
  const index = afterId === null ? 0 : dialog.interactionIds.indexOf(afterId) + 1 || dialog.interactionIds.length;
  dialog.interactionIds.splice(index, 0, ...interactions.map(({ id }) => id));
}

/** Takes interactions away, in place. What leads to them leads nowhere then; the problems say so. */
export function deleteInteractions(content: BotContent, dialogId: string, ids: readonly string[]): void {
  const dialog = content.dialogs[dialogId];
  if (dialog) dialog.interactionIds = dialog.interactionIds.filter((id) => !ids.includes(id));
  for (const id of ids) delete content.interactions[id];
}

/** Moves interactions of a dialog together, in their order, to before the one at `index` of the list as it is. */
export function moveInteractions(content: BotContent, dialogId: string, move: { ids: readonly string[]; toIndex: number }): void {
  const dialog = content.dialogs[dialogId];
  if (dialog) dialog.interactionIds = moveTogether(dialog.interactionIds, move.ids, move.toIndex);
}

/** The list with some of its ids moved together to before the place `toIndex`, counted before the move. */
export function moveTogether(list: readonly string[], ids: readonly string[], toIndex: number): string[] {
  const moved = list.filter((id) => ids.includes(id));
  const isStaying = (id: string) => !ids.includes(id);
  return [...list.slice(0, toIndex).filter(isStaying), ...moved, ...list.slice(toIndex).filter(isStaying)];
}

/** Where `moveTogether` puts ids that go one place up or down; null when they are at the end already. */
export function findStepIndex(list: readonly string[], ids: readonly string[], step: 'up' | 'down'): number | null {
  const indexes = list.flatMap((id, index) => (ids.includes(id) ? [index] : []));
  const [first, last] = [indexes[0], indexes.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (step === 'up') return first === 0 ? null : first - 1;
  return last === list.length - 1 ? null : last + 2;
}
