import type { CallResult } from '@/lib/engine/call-result.schema';
import type { RequestEffect } from '@/lib/engine/effect.schema';
import type { ExpressionMatch, ResultEvent } from '@/lib/engine/event.schema';
import type { Scenario } from './scenario.schema';

const PANEL_BY_PHASE = { 'pre-process': 'pre', 'post-process': 'post', 'process-user-response': 'process', 'init-conversation': '' } as const;

/** Answers requests from a scenario's data, in order; the last answer of each repeats. */
export class ScenarioPorts {
  readonly requests: RequestEffect[] = [];
  private readonly used = new Map<string, number>();

  constructor(private readonly scenario: Scenario) {}

  answer(request: RequestEffect, atMs: number): ResultEvent {
    this.requests.push(request);
    switch (request.kind) {
      case 'call-integration':
        return { kind: 'call-finished', key: request.key, atMs, result: this.answerCall(request.integrationId) };
      case 'run-script': {
        const { phase, interactionId } = request.script;
        const { end = { kind: 'finished' as const }, commands = [] } = this.take(this.scenario.scripts, phase === 'init-conversation' ? 'init' : `${interactionId ?? ''}/${PANEL_BY_PHASE[phase]}`);
        return { kind: 'script-finished', key: request.key, atMs, result: { end, commands, console: [], durationMs: 1 } };
      }
      case 'find-bot':
        return { kind: 'bot-found', key: request.key, atMs, ...(this.scenario.bots.includes(request.botId) ? { target: { releaseId: null, permanent: {} }, problem: '' } : { target: null, problem: 'There is no such bot.' }) };
      case 'match-expressions':
        return { kind: 'expressions-matched', key: request.key, atMs, matches: Object.fromEntries(request.expressions.map((expression) => [expression, matchExpression(expression, request.text)])) };
    }
  }

  private answerCall(integrationId: string): CallResult {
    const call = this.take(this.scenario.calls, integrationId);
    const status = call.status === undefined ? 200 : call.status;
    const outcome = call.outcome ?? (status === 200 || status === 201 ? 'success' : 'http-failure');
    return { summary: outcome, fields: {}, variables: [], runId: null, durationMs: 1, ...call, outcome, status };
  }

  private take<T>(answers: Record<string, T[]>, name: string): T {
    const list = answers[name];
    const index = this.used.get(name) ?? 0;
    this.used.set(name, index + 1);
    const answer = list?.[Math.min(index, list.length - 1)];
    if (answer === undefined) throw new Error(`The scenario has no answer for ${name}.`);
    return answer;
  }
}

/** Scenario files are ours, so their expressions may run here. */
function matchExpression(expression: string, text: string): ExpressionMatch {
  try {
    return { found: new RegExp(expression, 'iu').exec(text)?.[0] ?? null };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
