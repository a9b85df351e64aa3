import type { Question } from '@/lib/engine/program/interaction.schema';
import { adoptChoice } from './adopt-choice';
import type { Answer } from './answer';
import { buildTurnFacts } from './build-answer-facts';
import { applyRule, chooseRule } from './choose-rule';
import { followAction } from './follow-action';
import { REST, type Move } from './move';
import { runScript } from './run-script';
import { noOutcome } from './script-outcome';
import { startDialogByMessage } from './start-dialog';
import { countFailure, escalate } from './failures';
import { findTriggerMove } from './trigger-move';
import { note, type Steps, type Turn } from './turn';
import { handleUnmatched } from './handle-unmatched';

/**
 * What a question does with an answer: its rules, then its Process User Response code, then the way on: a script's target,
 * the rule's next action, another dialog's starter. What nothing took is accepted by a question without rules that doesn't ask
 * for a file, and answered by the fallback otherwise. Source: conversation-builder reference, sections 6.3, 7.4 and 7.6.
 */
export function* acceptAnswer(turn: Turn, question: Question, answer: Answer): Steps<Move> {
  const rule = chooseRule(turn, question, buildTurnFacts(turn, answer));
  adoptChoice(turn, answer);
  if (rule) applyRule(turn, rule, question.id);
  const outcome = noOutcome();
  yield* runScript(turn, { phase: 'process-user-response', interaction: question, source: question.processUserResponse, outcome });
  if (outcome.isStopped) return REST;
  const triggered = findTriggerMove(turn, outcome, question);
  if (triggered) return triggered;
  if (rule) return followAction(turn, { action: rule.next, from: question, by: 'rule', ruleId: rule.id });
  if (answer.webView === 'timed-out') return keepWaiting(turn, question);
  const started = answer.text === null ? null : startDialogByMessage(turn);
  if (started) return started;
  if (answer.file === 'failure' || answer.file === 'invalid-type') return askForAnotherFile(turn, question);
  return isTaken(question, answer) ? followAction(turn, { action: question.next, from: question, by: 'next-action' }) : handleUnmatched(turn);
}

/** Without rules any answer will do; where a file is asked for, only a file. */
function isTaken({ kind, rules }: Question, { webView, file }: Answer): boolean {
  return kind === 'file-upload' ? file === 'success' : rules.length === 0 || webView === 'posted';
}

/** The consumer was told already what is wrong with the file. */
function askForAnotherFile(turn: Turn, { id }: Question): Move {
  countFailure(turn);
  return escalate(turn, { replaces: false }) ?? { kind: 'enter', interactionId: id, isExplicit: true };
}

/** Nobody said what to do when the time is over, so the question goes on waiting, without limit. */
function keepWaiting(turn: Turn, { id }: Question): Move {
  const { wait } = turn.state;
  if (wait?.kind === 'answer') turn.state.wait = { ...wait, timerId: null };
  note(turn, 'The time for the web view is over, but no rule takes that, so the question waits on. Add a rule “web view timed out”.', id);
  return REST;
}
