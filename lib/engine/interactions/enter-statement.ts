import { followAction } from '@/lib/engine/flow/follow-action';
import type { Move } from '@/lib/engine/flow/move';
import type { Steps, Turn } from '@/lib/engine/flow/turn';
import type { Content } from '@/lib/engine/messages/message-draft';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import { showContent } from './show-content';

/** Shows a statement and goes on. Source: conversation-builder reference, section 6.3. */
export function* enterStatement(turn: Turn, interaction: Interaction, prepare: () => Content): Steps<Move> {
  const { move } = yield* showContent(turn, interaction, prepare);
  return move ?? followAction(turn, { action: interaction.next, from: interaction, by: 'next-action' });
}
