import type { JsonValue } from '@/lib/engine/json';
import type { VariableSnapshot } from '@/lib/engine/variables/variable-snapshot.schema';
import type { OpenCredential } from '@/lib/modules/credential/open-credential';
import { buildRequest } from '@/lib/modules/integration/build-request.rules';
import { evaluateFields } from '@/lib/modules/integration/custom-data-field.rules';
import type { SampleResponse } from '@/lib/modules/integration/integration.contract';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import type { AllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import type { ExchangeResponse } from '@/lib/platform/http/exchange';
import { decodeResponse, type DecodedBody, type InvalidBody } from './decode-response';
import { isSuccessStatus } from './run-outcome.rules';
import type { FieldResult, RunOutcome, RunRecord } from './run-record.schema';
import { sendCall, type SendCallDeps, type SentCall } from './send-call';
import { transformResponse, type TransformDeps } from './transform-response';

export interface RunIntegrationDeps extends SendCallDeps, TransformDeps {
  newId(): string;
}

export interface RunIntegrationInput {
  integrationId: string;
  workspaceId: string;
  definition: IntegrationDefinition;
  snapshot: VariableSnapshot;
  /** References whose value is a designer's test value. */
  testReferences: ReadonlySet<string>;
  credential: OpenCredential | null;
  allow: AllowList;
  /** Given, nothing is sent: script and fields run on this response. */
  sample: SampleResponse | null;
  signal: AbortSignal | undefined;
}

/** A run as it was, secrets included: mask it with `redactRun` before showing or storing it. */
export interface IntegrationRun {
  record: RunRecord;
  /** The document as the server sent it, parsed; undefined when there is none. */
  responseDocument: JsonValue | undefined;
  /** The result document: after the script, if there is one. */
  document: JsonValue | undefined;
  /** Secrets that the credential brought in. */
  secrets: string[];
}

/**
 * Runs an integration as production does: variables → request → credential → send with retries → decode → transform result script →
 * custom data fields → outcome. Nothing is thrown for what the API, the network or the script does.
 * Source: conversation-builder reference, sections 1.3 to 1.6.
 */
export async function runIntegration(deps: RunIntegrationDeps, input: RunIntegrationInput): Promise<IntegrationRun> {
  const startedMs = deps.clock.nowMs();
  const record: RunRecord = {
    id: deps.newId(),
    integrationId: input.integrationId,
    startedAt: new Date(startedMs).toISOString(),
    durationMs: 0,
    mode: input.sample ? 'sample' : 'live',
    outcome: { kind: 'cancelled' },
    variables: [],
    request: null,
    warnings: [],
    attempts: [],
    response: null,
    documentText: null,
    script: null,
    fields: [],
  };
  const run: IntegrationRun = { record, responseDocument: undefined, document: undefined, secrets: [] };
  const response = input.sample ? toResponse(input.sample) : await callApi(deps, input, { run, startedMs });
  if (response) await understand(deps, input, { run, response });
  record.durationMs = deps.clock.nowMs() - startedMs;
  return run;
}

/** Builds and sends the request; notes what came of it. Gives the response, if there is one. */
async function callApi(deps: RunIntegrationDeps, input: RunIntegrationInput, { run, startedMs }: { run: IntegrationRun; startedMs: number }): Promise<ExchangeResponse | null> {
  const { record } = run;
  const built = buildRequest({ definition: input.definition, snapshot: input.snapshot, boundary: `parley${record.id.replaceAll('-', '')}`, testReferences: input.testReferences });
  record.variables = built.used;
  if (built.kind === 'invalid') {
    record.outcome = { kind: 'invalid-request', field: built.field, reason: built.reason };
    return null;
  }
  record.warnings = built.warnings;
  const sent = await sendCall(deps, { ...input, request: built.request, runStartedMs: startedMs });
  run.secrets = sent.secrets;
  record.request = toShownRequest(sent.request);
  record.attempts = sent.attempts;
  if (sent.result.kind === 'response') return sent.result;
  record.outcome = toCallOutcome(sent.result);
  return null;
}

/** Decodes a response, runs the script, takes the fields, and settles the outcome. */
async function understand(deps: RunIntegrationDeps, input: RunIntegrationInput, { run, response }: { run: IntegrationRun; response: ExchangeResponse }): Promise<void> {
  const { definition } = input;
  const { record } = run;
  const decoded = decodeResponse(response);
  const isSuccessful = isSuccessStatus(response.status, definition.success);
  record.response = toShownResponse(response, decoded);
  record.outcome = toResponseOutcome(response.status, isSuccessful, decoded);
  if (decoded.kind === 'invalid') {
    record.fields = withoutValues(definition, null);
    return;
  }
  if (decoded.format !== 'json') record.documentText = decoded.documentText;
  run.responseDocument = decoded.documentText === null ? undefined : decoded.document;
  run.document = run.responseDocument;

  if (definition.transformScript.trim() !== '') {
    const { snapshot } = input;
    const transformation = await transformResponse(deps, {
      responseVariable: definition.responseVariable,
      source: definition.transformScript,
      documentText: decoded.documentText,
      status: response.status,
      isSuccessful,
      snapshot: { bot: snapshot.bot, environment: snapshot.environment, fields: snapshot.fields, webView: {}, system: toScriptSystem(snapshot) },
      owner: input.workspaceId,
      signal: input.signal,
    });
    record.script = transformation.script;
    if (transformation.failure) {
      // A failed call stays a failed call; its script is seldom written for error documents.
      if (isSuccessful || transformation.failure.kind === 'cancelled') record.outcome = transformation.failure;
      record.fields = withoutValues(definition, 'The transform result script failed, so nothing was captured.');
      return;
    }
    if (transformation.document !== undefined) run.document = transformation.document;
  }
  record.fields = run.document === undefined ? withoutValues(definition, null) : evaluateFields(definition.customDataFields, definition.responseVariable, run.document);
}

function toCallOutcome(result: Exclude<SentCall['result'], ExchangeResponse>): RunOutcome {
  switch (result.kind) {
    case 'timeout':
      return { kind: 'timeout', timeoutMs: result.timeoutMs };
    case 'connection-failed':
      return { kind: 'connection-failed', code: result.code, reason: result.reason };
    case 'blocked-address':
      return { kind: 'blocked-address', host: result.host, address: result.address, reason: result.reason };
    case 'too-many-redirects':
      return { kind: 'too-many-redirects', redirectCountMax: result.redirectCountMax };
    case 'response-too-large':
      return { kind: 'response-too-large', bytesMax: result.bytesMax };
    case 'invalid-request':
      return { kind: 'invalid-request', field: result.field, reason: result.reason };
    case 'credential-failed':
      return { kind: 'credential-failed', reason: result.reason };
    case 'cancelled':
      return { kind: 'cancelled' };
  }
}

function toResponseOutcome(status: number, isSuccessful: boolean, decoded: DecodedBody | InvalidBody): RunOutcome {
  if (!isSuccessful) return { kind: 'http-failure', status };
  return decoded.kind === 'invalid' ? { kind: 'invalid-response', reason: decoded.reason } : { kind: 'success', status };
}

function toShownRequest(request: SentCall['request']): RunRecord['request'] {
  const { method, url, headers, body } = request;
  return { method, url, headers: [...headers], body: body === null || typeof body === 'string' ? body : new TextDecoder().decode(body) };
}

function toShownResponse(response: ExchangeResponse, decoded: DecodedBody | InvalidBody): RunRecord['response'] {
  return {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
    format: decoded.kind === 'decoded' ? decoded.format : 'text',
    charset: decoded.charset,
    bodyBytes: response.body.byteLength,
    bodyText: decoded.bodyText,
  };
}

function toResponse(sample: SampleResponse): ExchangeResponse {
  return {
    kind: 'response',
    status: sample.status,
    statusText: '',
    // The sample is kept as text, so whatever charset it came in is past.
    headers: sample.contentType === '' ? [] : [{ name: 'Content-Type', value: sample.contentType.replace(/;\s*charset=[^;]*/i, '') }],
    body: new TextEncoder().encode(sample.bodyText),
  };
}

function withoutValues(definition: IntegrationDefinition, problem: string | null): FieldResult[] {
  return definition.customDataFields.map(({ key, path }) => ({ key, path, values: [], count: 0, problem }));
}

function toScriptSystem(snapshot: VariableSnapshot) {
  const text = (name: string) => {
    const value = snapshot.system[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    conversationId: text('conversationId'),
    userMessage: text('userMessage') || text('query'),
    chatBotId: text('chatBotId'),
    userPlatformId: text('chatBotUserPlatformId'),
    quickReplyPayload: text('quickReplyPayload'),
  };
}
