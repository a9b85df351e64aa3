import type { Dialog } from '@/lib/engine/program/dialog.schema';
import { fillSlots } from './fill-slots';
import { findOwn } from './program-index';
import type { Turn } from './turn';

/**
 * Fills the slots of a dialog's questions from the utterance that started it, several at once; such questions are skipped.
 * Source: conversation-builder reference, section 8.5.
 */
export function prefillSlots(turn: Turn, dialog: Dialog): void {
  if (Object.keys(turn.state.lastUserMessage.entities).length === 0) return;
  for (const id of dialog.interactionIds) {
    const interaction = findOwn(turn.program.interactions, id);
    if (!interaction || !interaction.enabled || !('processUserResponse' in interaction)) continue;
    for (const { slots } of interaction.rules) fillSlots(turn, slots);
  }
}
