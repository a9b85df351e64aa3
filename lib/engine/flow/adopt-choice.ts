import { chooseOption } from '@/lib/engine/rules/choose-option';
import type { Answer } from './answer';
import { isTextOnly } from './build-answer-facts';
import type { Turn } from './turn';

/**
 * A choice that was typed, by its label or on text-only channels by its number or letter, counts as tapped from here on: for
 * `{$quickReplyPayload}`, for scripts, and for starters. Source: conversation-builder reference, section 6.5.
 */
export function adoptChoice(turn: Turn, { text, payload, choices }: Answer): void {
  if (text === null || payload !== null || choices.length === 0) return;
  const chosen = chooseOption({ text, payload, choices, isTextOnly: isTextOnly(turn) });
  if (!chosen) return;
  turn.state.lastUserMessage.payload = chosen.choice.payload;
  turn.snapshot = null;
}
