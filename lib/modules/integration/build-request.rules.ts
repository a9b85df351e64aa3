import type { UsedReference } from '@/lib/engine/variables/substitute';
import type { VariableSnapshot } from '@/lib/engine/variables/variable-snapshot.schema';
import type { RunHeader, UsedVariable } from '@/lib/modules/integration-run/run-record.schema';
import type { IntegrationDefinition } from './integration.schema';
import { buildBody } from './request-body.rules';
import { buildHeaders } from './request-headers.rules';
import type { RequestBuild, RequestProblem } from './request-part.rules';
import { buildUrl } from './request-url.rules';

/** What a request is built from. */
export interface RequestInput {
  definition: IntegrationDefinition;
  snapshot: VariableSnapshot;
  /** Separates the parts of a multipart body: random, 16 to 70 letters and digits. */
  boundary: string;
  /** References whose value is a designer's test value, as written between the braces. Default: none. */
  testReferences?: ReadonlySet<string>;
}

/** A request ready for its credential. */
export interface BuiltRequest {
  method: IntegrationDefinition['method'];
  /** Absolute, normalised, without a fragment. */
  url: string;
  headers: RunHeader[];
  /** To be sent as UTF-8; null when there is none. */
  body: string | null;
}

/** A request, or the first reason why there is none. `used` holds every variable once, in order of use. */
export type RequestResult =
  | { kind: 'built'; request: BuiltRequest; used: UsedVariable[]; warnings: RequestProblem[] }
  | { kind: 'invalid'; field: string; reason: string; problems: RequestProblem[]; used: UsedVariable[] };

/**
 * Builds the request that an integration sends: variables replaced and encoded for their place, parameters appended,
 * default headers added. GET and OPTIONS carry a body if the designer gave one; HEAD never does.
 * Source: conversation-builder reference, sections 1.1 to 1.3 (line breaks are escaped here rather than refused).
 */
export function buildRequest({ definition, snapshot, boundary, testReferences = new Set() }: RequestInput): RequestResult {
  const build: RequestBuild = { snapshot, used: [], problems: [], warnings: [] };
  const url = buildUrl(build, definition);
  const body = buildBody(build, definition.postBody, boundary);
  const isBodySent = definition.method !== 'HEAD';
  const headers = buildHeaders(build, definition, isBodySent ? body.contentType : null);
  if (!isBodySent && body.text !== null) {
    build.warnings.push({ field: 'postBody', reason: 'HEAD requests carry no body, so the body was left out. Choose another method to send it.' });
  }
  const used = toUsedVariables(build.used, testReferences);
  const [problem] = build.problems;
  if (problem) return { kind: 'invalid', ...problem, problems: build.problems, used };
  const request = { method: definition.method, url, headers, body: isBodySent ? body.text : null };
  return { kind: 'built', request, used, warnings: build.warnings };
}

function toUsedVariables(uses: readonly UsedReference[], testReferences: ReadonlySet<string>): UsedVariable[] {
  const byReference = new Map(uses.map((use) => [use.reference, use]));
  return Array.from(byReference.values(), (use) => {
    const { reference, scope, value } = use;
    return { reference, scope, value, source: toSource(use, testReferences) };
  });
}

function toSource({ reference, scope, isSet }: UsedReference, testReferences: ReadonlySet<string>): UsedVariable['source'] {
  if (!isSet) return 'unset';
  if (testReferences.has(reference)) return 'test-value';
  return scope === 'environment' ? 'environment' : 'conversation';
}
