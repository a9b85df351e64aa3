import type { JsonValue } from '@/lib/engine/json';
import { buildTurnFacts } from '@/lib/engine/flow/build-answer-facts';
import { applyRule, chooseRule } from '@/lib/engine/flow/choose-rule';
import { endDialogs, enterDialog } from '@/lib/engine/flow/dialog-stack';
import { dropFrame } from '@/lib/engine/flow/drop-frames';
import { followAction } from '@/lib/engine/flow/follow-action';
import { REST, type Move } from '@/lib/engine/flow/move';
import { note, type Steps, type Turn } from '@/lib/engine/flow/turn';
import { beginWait } from '@/lib/engine/flow/wait';
import { expandHtml, expandPlain } from '@/lib/engine/messages/expand-html';
import type { Content } from '@/lib/engine/messages/message-draft';
import { sendPlatformText } from '@/lib/engine/messages/send-message';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import { isSkillId } from '@/lib/engine/program/skill-id';
import { readUserMessage } from '@/lib/engine/variables/conversation-snapshot';
import type { InteractionBehaviour } from './interaction-behaviour';
import { showContent } from './show-content';

type AgentTransfer = InteractionOf<'agent-transfer'>;

/**
 * Hands the conversation to a person and rests until that is over. A skill id that comes out as no number is a transfer that failed at once.
 * Source: conversation-builder reference, section 2.4.
 */
export const agentTransfer: InteractionBehaviour<'agent-transfer'> = { isQuestion: () => true, enter, accept: null };

function* enter(turn: Turn, interaction: AgentTransfer): Steps<Move> {
  const { move } = yield* showContent(turn, interaction, () => prepare(turn, interaction));
  if (move) return move;
  const skillId = readSkillId(turn, interaction);
  if (skillId === null) return refuse(turn, interaction);
  const { state } = turn;
  const agentId = expandPlain(turn, interaction.agentId).trim();
  turn.effects.push({ kind: 'hand-over', interactionId: interaction.id, skillId, agentId, context: interaction.transferBotContext ? describeContext(turn) : null });
  // Whoever comes back from a person does not go on with what was before.
  while (state.stack.length > 1) dropFrame(turn, 0, 'ended');
  state.status = 'handed-over';
  beginWait(turn, { kind: 'transfer', interactionId: interaction.id });
  return REST;
}

/** A line break is written `\n` in the form. Nobody is announced who can't be asked, unless Post-Process code may still say whom. */
function prepare(turn: Turn, interaction: AgentTransfer): Content {
  const { message, postProcess } = interaction;
  if (postProcess.trim() === '' && readSkillId(turn, interaction) === null) return { messages: [], choices: [] };
  return { messages: toTextDrafts(turn, expandHtml(turn, message.replace(/\\{1,2}n/g, '\n'))), choices: [] };
}

/** Empty when the designer leaves it to whoever is there; null when it was to be a number and is none. */
function readSkillId(turn: Turn, { skillId: template }: AgentTransfer): string | null {
  if (template.trim() === '') return '';
  const skillId = expandPlain(turn, template).trim();
  return isSkillId(skillId) ? skillId : null;
}

/** Nobody can be asked: a rule on the failure says how it goes on, else the fallback, and the dialog that transfers is over. */
function refuse(turn: Turn, interaction: AgentTransfer): Move {
  note(turn, `The skill id “${expandPlain(turn, interaction.skillId).trim()}” is no number, so nobody can be asked to take over.`, interaction.id);
  const rule = chooseRule(turn, interaction, buildTurnFacts(turn, { transfer: 'failed' }));
  if (rule) {
    applyRule(turn, rule, interaction.id);
    return followAction(turn, { action: rule.next, from: interaction, by: 'rule', ruleId: rule.id });
  }
  const fallback = turn.index.dialogByKind.get('fallback');
  const isInFallback = turn.state.stack.at(-1)?.dialogId === fallback?.id;
  endDialogs(turn);
  if (fallback && !isInFallback) return enterDialog(turn, { dialog: fallback, reason: 'fallback', replaces: false });
  sendPlatformText(turn, turn.program.settings.fallbackText);
  return REST;
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
