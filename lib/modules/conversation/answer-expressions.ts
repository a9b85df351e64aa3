import { z } from 'zod';
import type { RequestEffect } from '@/lib/engine/effect.schema';
import { expressionMatchSchema, type ExpressionMatch } from '@/lib/engine/event.schema';
import { EXPRESSION_PRELUDE } from '@/lib/engine/script/expression-prelude';
import { DEFAULT_SCRIPT_LIMITS, type ScriptJob } from '@/lib/engine/script/script-job';
import type { Sandbox } from '@/lib/platform/sandbox/sandbox';

/** What all expressions of one message together may take, and each alone when together they took longer. */
const EXPRESSIONS_TIME_MS = 250;

const matchesSchema = z.array(expressionMatchSchema);

/**
 * Tries regular expressions on a text, apart from everything else since a bad one can take for ever. All go in one job;
 * only when that fails does each get its own, so that one bad expression doesn't spoil the others.
 * @param owner see `ScriptJob.owner`
 */
export async function answerExpressions(
  deps: { sandbox: Sandbox },
  { text, expressions }: Pick<Extract<RequestEffect, { kind: 'match-expressions' }>, 'text' | 'expressions'>,
  owner: string,
): Promise<Record<string, ExpressionMatch>> {
  if (expressions.length === 0) return {};
  const together = await runJob(deps.sandbox, toJob(text, expressions, owner));
  const matches = Array.isArray(together)
    ? together
    : expressions.length === 1
      ? [{ problem: together.problem }]
      : await Promise.all(expressions.map((expression) => matchAlone(deps.sandbox, toJob(text, [expression], owner))));
  return Object.fromEntries(expressions.map((expression, index) => [expression, matches[index] ?? { found: null }]));
}

async function matchAlone(sandbox: Sandbox, job: ScriptJob): Promise<ExpressionMatch> {
  const result = await runJob(sandbox, job);
  return Array.isArray(result) ? (result[0] ?? { found: null }) : { problem: result.problem };
}

async function runJob(sandbox: Sandbox, job: ScriptJob): Promise<ExpressionMatch[] | { problem: string }> {
  const outcome = await sandbox.run(job);
  if (outcome.kind === 'finished') return matchesSchema.parse(JSON.parse(outcome.outputText));
  if (outcome.kind === 'limit-reached' && outcome.limit === 'time') return { problem: `it takes longer than ${outcome.value} ms on this text` };
  if (outcome.kind === 'limit-reached') return { problem: `it takes more ${outcome.limit} than there is` };
  return { problem: outcome.kind === 'cancelled' ? 'it was not tried, as the server is stopping' : outcome.message };
}

function toJob(text: string, expressions: string[], owner: string): ScriptJob {
  return {
    prelude: EXPRESSION_PRELUDE,
    source: '',
    fileName: 'expressions.js',
    input: JSON.stringify({ text, expressions }),
    limits: { ...DEFAULT_SCRIPT_LIMITS, timeMs: EXPRESSIONS_TIME_MS },
    owner,
  };
}
