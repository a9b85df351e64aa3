import type { JsonValue } from '@/lib/engine/json';
import { buildTransformJob, type TransformSnapshot } from '@/lib/engine/script/build-transform-job';
import { readTransformResult } from '@/lib/engine/script/read-transform-result';
import type { ScriptLimits, ScriptOutcome } from '@/lib/engine/script/script-job';
import type { Sandbox } from '@/lib/platform/sandbox/sandbox';
import type { RunRecord, ScriptFailure } from './run-record.schema';

/** What a transform result script made of a response. */
export interface Transformation {
  script: NonNullable<RunRecord['script']>;
  /** Why the script spoils the run; null when it went well. */
  failure: ScriptFailure | { kind: 'cancelled' } | null;
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
export function transformResponse(deps: TransformDeps, request: TransformRequest): Promise<Transformation> {
  const job = buildTransformJob({ ...request, script: request.source, ...(deps.scriptLimits ? { limits: deps.scriptLimits } : {}) });
  return deps.sandbox.run(job, request.signal).then((outcome) => toTransformation(outcome, request.responseVariable));
}

function toTransformation(outcome: ScriptOutcome, responseVariable: string): Transformation {
  const script: Transformation['script'] = {
    durationMs: outcome.durationMs,
    failure: null,
    console: outcome.console,
    consoleDroppedCount: outcome.consoleDroppedCount,
    variables: [],
    transformedText: null,
  };
  if (outcome.kind === 'cancelled') return { script, failure: { kind: 'cancelled' }, document: undefined };
  if (outcome.kind !== 'finished') return fail(script, toFailure(outcome));
  const result = readTransformResult(outcome.outputText, responseVariable);
  if (result.kind === 'unusable') return fail(script, { kind: 'script-failed', message: result.message, line: null, column: null });
  return {
    script: { ...script, variables: result.variables, transformedText: result.transformedText },
    failure: null,
    document: result.transformedDocument,
  };
}

function fail(script: Transformation['script'], failure: ScriptFailure): Transformation {
  return { script: { ...script, failure }, failure, document: undefined };
}

function toFailure(outcome: Extract<ScriptOutcome, { kind: 'failed' | 'limit-reached' }>): ScriptFailure {
  if (outcome.kind === 'failed') return { kind: 'script-failed', message: outcome.message, line: outcome.line, column: outcome.column };
  return { kind: 'script-limit', limit: outcome.limit, value: outcome.value, unit: outcome.unit };
}
