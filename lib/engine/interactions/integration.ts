import { buildTurnFacts } from '@/lib/engine/flow/build-answer-facts';
import type { CallResult } from '@/lib/engine/call-result.schema';
import { applyRule, chooseRule } from '@/lib/engine/flow/choose-rule';
import { countFailure, escalate } from '@/lib/engine/flow/failures';
import { followAction } from '@/lib/engine/flow/follow-action';
import { REST, type Move } from '@/lib/engine/flow/move';
import { findOwn } from '@/lib/engine/flow/program-index';
import { runScript } from '@/lib/engine/flow/run-script';
import { noOutcome } from '@/lib/engine/flow/script-outcome';
import { findTriggerMove } from '@/lib/engine/flow/trigger-move';
import { nextKey, reportFault, type Steps, type Turn } from '@/lib/engine/flow/turn';
import { unexpectedEvent } from '@/lib/engine/flow/unexpected-event';
import { sendPlatformText } from '@/lib/engine/messages/send-message';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';
import type { ProgramIntegration } from '@/lib/engine/program/program.schema';
import { readBareVariable } from '@/lib/engine/variables/read-bare-variable';
import { toSnapshot } from '@/lib/engine/variables/conversation-snapshot';
import { storeCallResult } from './store-call-result';
import type { InteractionBehaviour } from './interaction-behaviour';

type IntegrationCall = InteractionOf<'integration'>;

/** Calls an integration: Pre-Process, delay, call, Post-Process, rules, next action. Source: conversation-builder reference, section 2. */
export const integration: InteractionBehaviour<'integration'> = { isQuestion: () => false, enter, accept: null };

function* enter(turn: Turn, interaction: IntegrationCall): Steps<Move> {
  const outcome = noOutcome();
  yield* runScript(turn, { phase: 'pre-process', interaction, source: interaction.preProcess, outcome });
  if (outcome.isStopped) return REST;
  const definition = findOwn(turn.program.integrations, interaction.integrationId);
  const result = definition ? yield* call(turn, { interaction, definition, delayMs: outcome.delayMs ?? interaction.delayMs }) : reportMissing(turn, interaction);
  yield* runScript(turn, { phase: 'post-process', interaction, source: interaction.postProcess, outcome });
  if (outcome.isStopped) return REST;
  const rule = chooseRule(turn, interaction, buildTurnFacts(turn, { call: result }));
  if (rule) applyRule(turn, rule, interaction.id);
  const triggered = findTriggerMove(turn, outcome, interaction);
  if (triggered) return triggered;
  if (rule) return followAction(turn, { action: rule.next, from: interaction, by: 'rule', ruleId: rule.id });
  const escalated = result.outcome === 'success' ? null : handleFailure(turn);
  return escalated ?? followAction(turn, { action: interaction.next, from: interaction, by: 'next-action' });
}

function* call(turn: Turn, { interaction, definition, delayMs }: { interaction: IntegrationCall; definition: ProgramIntegration; delayMs: number }): Steps<CallResult> {
  const snapshot = toSnapshot(turn);
  const usesDefaultHeaders = readBareVariable('__standardHeaders__', snapshot) !== 'off';
  const answer = yield { kind: 'call-integration', key: nextKey(turn), integrationId: definition.id, snapshot, usesDefaultHeaders, delayMs };
  if (answer.event.kind !== 'call-finished') throw unexpectedEvent(`A call was answered by ${answer.event.kind}.`);
  const { result } = answer.event;
  const { outcome, summary, status, runId, durationMs } = result;
  turn.trace.push({ kind: 'call-finished', interactionId: interaction.id, integrationId: definition.id, outcome, summary, status, runId, durationMs, wasReplayed: answer.wasReplayed });
  storeCallResult(turn, definition, result);
  return result;
}

/** Nobody took the failure: the bot's text for it, or the auto escalation dialog after too many. Source: reference, sections 1.3 and 7.7. */
function handleFailure(turn: Turn): Move | null {
  countFailure(turn);
  const escalated = escalate(turn, { replaces: true });
  if (!escalated) sendPlatformText(turn, turn.program.settings.integrationFailureText);
  return escalated;
}

/** A deleted integration fails like one that can't be reached. */
function reportMissing(turn: Turn, { id, integrationId }: IntegrationCall): CallResult {
  const summary = 'The integration that the interaction calls does not exist. Choose another one.';
  reportFault(turn, { code: 'flow/missing-integration', message: summary, interactionId: id });
  turn.state.lastCall = { integrationId, outcome: 'invalid-request', status: null };
  return { outcome: 'invalid-request', summary, status: null, fields: {}, variables: [], runId: null, durationMs: 0 };
}
