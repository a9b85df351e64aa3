import type { Answer } from '@/lib/engine/flow/answer';
import type { Move } from '@/lib/engine/flow/move';
import type { Steps, Turn } from '@/lib/engine/flow/turn';
import type { InteractionKind, InteractionOf } from '@/lib/engine/program/interaction.schema';

/** What an interaction of one kind does. */
export interface InteractionBehaviour<Kind extends InteractionKind> {
  /** Whether it rests for an answer; then it ends a chain of statements. Source: conversation-builder reference, section 7.10. */
  isQuestion: (interaction: InteractionOf<Kind>) => boolean;
  /** Shows, asks, calls or stores. */
  enter: (turn: Turn, interaction: InteractionOf<Kind>) => Steps<Move>;
  /** Takes an answer; null for a kind that never rests for one. */
  accept: ((turn: Turn, interaction: InteractionOf<Kind>, answer: Answer) => Steps<Move>) | null;
}
