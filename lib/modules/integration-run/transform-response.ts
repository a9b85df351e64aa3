import type { JsonValue } from '@/lib/engine/json';
import { buildTransformJob, type TransformSnapshot } from '@/lib/engine/script/build-transform-job';
import { readTransformResult } from '@/lib/engine/script/read-transform-result';
import type { ScriptLimits, ScriptOutcome } from '@/lib/engine/script/script-job';
import type { Sandbox } from '@/lib/platform/sandbox/sandbox';
import type { RunOutcome, RunRecord } from './run-record.schema';

/** What a transform result script made of a response. */
export interface Transformation {
  script: NonNullable<RunRecord['script']>;
  /** Why the script spoils the run; null when it went well. */
  failure: RunOutcome | null;
  /** The document after the script, parsed; undefined when the script left it as it was. */
  document: JsonValue | undefined;
}

/** What running a script needs. */
export interface TransformDeps {
  sandbox: Sandbox;
  /** Limits that differ from `DEFAULT_SCRIPT_LIMITS`. */
  scriptLimits?: Partial<ScriptLimits>;
}

export interface TransformRequest {
  responseVariable: string;
  source: string;
  documentText: string | null;
  status: number;
  isSuccessful: boolean;
  snapshot: Omit<TransformSnapshot, 'system'> & { system?: Partial<TransformSnapshot['system']> };
  /** Workspace on whose behalf the script runs. */
  owner: string;
  signal: AbortSignal | undefined;
}

/** Runs the transform result script in the sandbox. Source: conversation-builder reference, section 1.5. */
export async function transformResponse(deps: TransformDeps, request: TransformRequest): Promise<Transformation> {
  const job = buildTransformJob({ ...request, script: request.source, ...(deps.scriptLimits ? { limits: deps.scriptLimits } : {}) });
  const outcome = await deps.sandbox.run(job, request.signal);
  const script: Transformation['script'] = {
    durationMs: outcome.durationMs,
    console: outcome.console,
    consoleDroppedCount: outcome.consoleDroppedCount,
    variables: [],
    transformedText: null,
  };
  if (outcome.kind !== 'finished') return { script, failure: toFailure(outcome), document: undefined };
  const result = readTransformResult(outcome.outputText, request.responseVariable);
  if (result.kind === 'unusable') {
    return { script, failure: { kind: 'script-failed', message: result.message, line: null, column: null }, document: undefined };
  }
  return {
    script: { ...script, variables: result.variables, transformedText: result.transformedText },
    failure: null,
    document: result.transformedDocument,
  };
}

function toFailure(outcome: Exclude<ScriptOutcome, { kind: 'finished' }>): RunOutcome {
  switch (outcome.kind) {
    case 'failed':
      return { kind: 'script-failed', message: outcome.message, line: outcome.line, column: outcome.column };
    case 'limit-reached':
      return { kind: 'script-limit', limit: outcome.limit, value: outcome.value, unit: outcome.unit };
    case 'cancelled':
      return { kind: 'cancelled' };
  }
}
