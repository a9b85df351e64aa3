import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { quote } from '@/lib/engine/rules/verdict';
import { dropIfNothingWaits } from './drop-frames';
import { jumpToInteraction } from './follow-action';
import type { Move } from './move';
import { DEFAULT_TARGET, type ScriptOutcome } from './script-outcome';
import { reportFault, type Turn } from './turn';

/**
 * Where `setTriggerNextMessage` leads; it wins over rules and next action. Null when no script called it, or with a name
 * that no interaction has: then the flow goes on as if it had not been called. Source: conversation-builder reference, section 5.5.
 */
export function findTriggerMove(turn: Turn, { trigger }: ScriptOutcome, from: Interaction | null): Move | null {
  if (trigger === null) return null;
  const fromInteractionId = from?.id ?? null;
  if (trigger === DEFAULT_TARGET) {
    turn.trace.push({ kind: 'jumped', fromInteractionId, by: 'script', ruleId: null, action: 'handling the message as unmatched' });
    dropIfNothingWaits(turn);
    return { kind: 'default' };
  }
  const target = turn.index.interactionByName.get(trigger) ?? turn.index.interactionByName.get(trigger.trim());
  if (!target) {
    reportFault(turn, { code: 'flow/unknown-interaction', message: `setTriggerNextMessage names ${quote(trigger)}, which no interaction of the bot is called. Check the name; the flow goes on as if it had not been called.`, interactionId: fromInteractionId });
    return null;
  }
  turn.trace.push({ kind: 'jumped', fromInteractionId, by: 'script', ruleId: null, action: `the interaction ${quote(target.name)}` });
  return jumpToInteraction(turn, target.id, { by: 'script', from });
}
