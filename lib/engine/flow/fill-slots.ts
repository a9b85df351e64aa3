import type { SlotAssignment } from '@/lib/engine/program/rule.schema';
import { writeOwn } from '@/lib/engine/variables/set-variable';
import { findOwn } from './program-index';
import type { Turn } from './turn';

/**
 * Fills slots with the entities of the consumer's latest message; a slot whose entity was not said stays as it is.
 * Gives the names of those filled. Source: conversation-builder reference, section 8.5.
 */
export function fillSlots(turn: Turn, slots: readonly SlotAssignment[]): string[] {
  const filled: string[] = [];
  for (const { slot, entityId, duration } of slots) {
    const entity = findOwn(turn.program.entities, entityId);
    const match = entity && findOwn(turn.state.lastUserMessage.entities, entity.name)?.[0];
    if (!match || slot === '') continue;
    const { state } = turn;
    const before = findOwn(state.slots, slot)?.value ?? null;
    writeOwn(state.slots, slot, { value: match.dataValue, duration, dialogId: state.stack.at(-1)?.dialogId ?? null });
    turn.snapshot = null;
    turn.trace.push({ kind: 'variable-set', name: `slot.${slot}`, scope: duration, before, after: match.dataValue, by: 'rule' });
    filled.push(slot);
  }
  return filled;
}
