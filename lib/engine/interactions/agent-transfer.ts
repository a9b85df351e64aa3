import type { JsonValue } from '@/lib/engine/json';
import { dropFrame } from '@/lib/engine/flow/drop-frames';
import { REST, type Move } from '@/lib/engine/flow/move';
import type { Steps, Turn } from '@/lib/engine/flow/turn';
import { beginWait } from '@/lib/engine/flow/wait';
import { expandHtml, expandPlain } from '@/lib/engine/messages/expand-html';
import type { Content } from '@/lib/engine/messages/message-draft';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import { readUserMessage } from '@/lib/engine/variables/conversation-snapshot';
import type { InteractionBehaviour } from './interaction-behaviour';
import { showContent } from './show-content';

type AgentTransfer = InteractionOf<'agent-transfer'>;

/** Hands the conversation to a person and rests until that is over. Source: conversation-builder reference, section 2.4. */
export const agentTransfer: InteractionBehaviour<'agent-transfer'> = { isQuestion: () => true, enter, accept: null };

function* enter(turn: Turn, interaction: AgentTransfer): Steps<Move> {
  const { move } = yield* showContent(turn, interaction, () => prepare(turn, interaction));
  if (move) return move;
  const { state } = turn;
  const skillId = expandPlain(turn, interaction.skillId).trim();
  const agentId = expandPlain(turn, interaction.agentId).trim();
  turn.effects.push({ kind: 'hand-over', interactionId: interaction.id, skillId, agentId, context: interaction.transferBotContext ? describeContext(turn) : null });
  // Whoever comes back from a person does not go on with what was before.
  while (state.stack.length > 1) dropFrame(turn, 0, 'ended');
  state.status = 'handed-over';
  beginWait(turn, { kind: 'transfer', interactionId: interaction.id });
  return REST;
}

/** A line break is written `\n` in the form. */
function prepare(turn: Turn, { message }: AgentTransfer): Content {
  return { messages: toTextDrafts(turn, expandHtml(turn, message.replace(/\\{1,2}n/g, '\n'))), choices: [] };
}

/** What the receiver gets: the intent and the message, as scripts have set them or as they were. */
function describeContext(turn: Turn): JsonValue {
  const { transfer, stack, variables } = turn.state;
  return {
    intentId: transfer.intentId || (stack.at(-1)?.starterIntentId ?? null),
    intentDomain: transfer.domain,
    userMessage: transfer.userMessage || readUserMessage(turn),
    variables: { ...variables.permanent, ...variables.session },
  };
}
