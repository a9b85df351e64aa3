import { sendFileText } from '@/lib/engine/interactions/send-file-text';
import { expandHtml } from '@/lib/engine/messages/expand-html';
import { sendBotMessage, sendPlatformText } from '@/lib/engine/messages/send-message';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import type { Question } from '@/lib/engine/program/interaction.schema';
import { enterDialog } from './dialog-stack';
import { countFailure, escalate } from './failures';
import { REST, type Move } from './move';
import { findOwn } from './program-index';
import type { Turn } from './turn';
import { endWait } from './wait';

/**
 * Nothing took what the consumer said: after too many times the auto escalation dialog, else the question's Fallback Response
 * and the question again, else the fallback dialog, which puts the consumer back to the question, else the bot's fallback text. A file
 * question that takes certain types says those instead: to put it in other words doesn't help.
 * Source: conversation-builder reference, sections 7.4, 7.5 and 7.7.
 */
export function handleUnmatched(turn: Turn): Move {
  const { state, program } = turn;
  const question = findQuestion(turn);
  countFailure(turn);
  turn.trace.push({ kind: 'unmatched', text: state.lastUserMessage.text, count: state.failures.count });
  const escalated = question && escalate(turn, { replaces: false });
  if (escalated) return escalated;
  endWait(turn);
  if (question && question.fallbackResponse.trim() !== '') {
    for (const draft of toTextDrafts(turn, expandHtml(turn, question.fallbackResponse))) sendBotMessage(turn, draft, { interactionId: question.id });
    return askAgain(question);
  }
  const fallback = turn.index.dialogByKind.get('fallback');
  if (fallback && state.stack.at(-1)?.dialogId !== fallback.id) return enterDialog(turn, { dialog: fallback, reason: 'fallback', replaces: false });
  if (question?.kind === 'file-upload' && question.acceptedTypes.length > 0) sendFileText(turn, question, question.invalidText);
  else if (!isGreeting(turn)) sendPlatformText(turn, program.settings.fallbackText);
  return question ? askAgain(question) : REST;
}

/** The question that waits, or that a disambiguation has come between. */
function findQuestion({ state, program }: Turn): Question | null {
  const { wait } = state;
  const id = wait?.kind === 'answer' ? wait.interactionId : wait?.kind === 'disambiguation' ? state.stack.at(-1)?.interactionId : null;
  const interaction = findOwn(program.interactions, id ?? '');
  return interaction && 'processUserResponse' in interaction ? interaction : null;
}

function askAgain({ id }: Question): Move {
  return { kind: 'enter', interactionId: id, isExplicit: true };
}

/** Nobody said anything yet, so there is nothing not to understand. */
function isGreeting({ event }: Turn): boolean {
  return event.kind === 'started';
}
