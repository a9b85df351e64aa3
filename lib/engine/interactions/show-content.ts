import { followAction } from '@/lib/engine/flow/follow-action';
import { REST, type Move } from '@/lib/engine/flow/move';
import { runScript } from '@/lib/engine/flow/run-script';
import { noOutcome, type ScriptOutcome } from '@/lib/engine/flow/script-outcome';
import { findTriggerMove } from '@/lib/engine/flow/trigger-move';
import type { Steps, Turn } from '@/lib/engine/flow/turn';
import type { Content } from '@/lib/engine/messages/message-draft';
import { withQuickReplies } from '@/lib/engine/messages/quick-replies';
import { sendBotMessage } from '@/lib/engine/messages/send-message';
import type { Interaction } from '@/lib/engine/program/interaction.schema';

/** What was shown, and where the flow must go because of it; `move` is null when nothing but the interaction itself decides. */
export interface Shown {
  content: Content;
  move: Move | null;
}

/**
 * Shows an interaction: Pre-Process code, content, Post-Process code, then the messages. What Post-Process sets can't change
 * the content any more, and what it sends comes before it. With a transfer to another bot in it the content is still said. Source: conversation-builder reference, section 6.3.
 */
export function* showContent(turn: Turn, interaction: Interaction, prepare: () => Content): Steps<Shown> {
  const outcome = noOutcome();
  yield* runScript(turn, { phase: 'pre-process', interaction, source: interaction.preProcess, outcome });
  if (outcome.isStopped) return { content: NOTHING, move: REST };
  const content = prepare();
  yield* runScript(turn, { phase: 'post-process', interaction, source: interaction.postProcess, outcome });
  if (outcome.isStopped && !outcome.isTransferred) return { content: NOTHING, move: REST };
  send(turn, { interaction, content, outcome });
  if (outcome.isTransferred) return { content: NOTHING, move: REST };
  if (content.closing) return { content, move: followAction(turn, { action: { kind: content.closing }, from: interaction, by: 'next-action' }) };
  return { content: { ...content, choices: [...content.choices, ...outcome.quickReplies] }, move: findTriggerMove(turn, outcome, interaction) };
}

const NOTHING: Content = { messages: [], choices: [] };

/** The interaction's own delay is before its first message; one that a script asked for is before each. */
function send(turn: Turn, { interaction, content, outcome }: { interaction: Interaction; content: Content; outcome: ScriptOutcome }): void {
  const frame = turn.state.stack.at(-1);
  if (frame) frame.interactionId = interaction.id;
  withQuickReplies(content.messages, outcome.quickReplies).forEach((draft, index) => {
    sendBotMessage(turn, draft, { interactionId: interaction.id, delayMs: outcome.delayMs ?? (index === 0 ? interaction.delayMs : 0) });
  });
}
