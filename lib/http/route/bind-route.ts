import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { Fault } from '@/lib/engine/fault';
import { ANSWERED } from './answered';
import type { ApiEnv, ApiRouter } from './api-context';
import type { AppDeps } from './app-deps';
import { toInvalidInput } from './problem';
import { readJsonBody } from './read-json-body';
import type { ConsumerScope, RequestScope } from './request-scope';
import { withRequestId } from './with-request-id';
import { answer, answerJson } from './answer';
import type { RouteContract, RouteInput, RouteResult } from './route-contract';

/** What a handler is given besides its parsed input. */
export interface RouteCall<Contract> {
  deps: AppDeps;
  /** Signed-in person and workspace; only routes of access `session` may read it. */
  scope: RequestScope;
  /** The messenger's visitor; only routes of access `consumer` may read it. */
  consumer: ConsumerScope;
  input: RouteInput<Contract>;
  /** Fires when the caller hangs up. */
  signal: AbortSignal;
  headers: Headers;
  /** As it came, for bodies that are no JSON. */
  request: Request;
  requestId: string;
  /** Node's response, where the host shows it: for what writes for hours, and then gives `ANSWERED`. Null within Next. */
  outgoing: ServerResponse | null;
}

const DEFAULT_BODY_BYTES_MAX = 2 * 1024 * 1024;

/**
 * Serves one route by its contract: parses the input, authenticates, runs the handler, writes the answer.
 * @param handler gives the result, a Response to answer with as it is, or `ANSWERED`
 */
export function bindRoute<Contract extends RouteContract>(
  router: ApiRouter,
  contract: Contract,
  handler: (call: RouteCall<Contract>) => Promise<RouteResult<Contract> | Response | typeof ANSWERED>,
): void {
  const honoPath = contract.path.replace(/\{(\w+)\}/g, ':$1');
  router.on(contract.method.toUpperCase(), honoPath, async (context) => {
    const deps = context.get('deps');
    const scope = contract.access === 'session' ? await deps.authenticate(context.req.raw.headers) : noScope;
    const consumer = contract.access === 'consumer' ? deps.authenticateConsumer(context.req.raw.headers) : noConsumer;
    const params = parsePart(contract.params, context.req.param(), 'path');
    const query = contract.query && parsePart(contract.query, context.req.query(), 'query');
    const body = contract.body && parsePart(contract.body, await readJsonBody(context, contract.bodyBytesMax ?? DEFAULT_BODY_BYTES_MAX), 'body');
    // Each part was parsed by the schema that its type is inferred from.
    const input = { params, query, body } as RouteInput<Contract>;
    const changesConfiguration = contract.changesConfiguration ?? contract.method !== 'get';
    const handling = handler(toCall(context, { deps, scope, consumer, input }));
    const result = await (changesConfiguration ? handling.finally(() => deps.configCache.forgetAll()) : handling);
    if (result === ANSWERED) return RESPONSE_ALREADY_SENT;
    if (result instanceof Response) return withRequestId(result, context.get('requestId'));
    return contract.result === undefined ? answer(context, null, { status: 204 }) : answerJson(context, result, contract.status ?? 200);
  });
}

function toCall<Contract>(context: Context<ApiEnv>, known: Pick<RouteCall<Contract>, 'deps' | 'scope' | 'consumer' | 'input'>): RouteCall<Contract> {
  const { raw } = context.req;
  return {
    ...known,
    headers: raw.headers,
    request: raw,
    requestId: context.get('requestId'),
    outgoing: context.env?.outgoing ?? null,
    // Made when it is asked for: most handlers finish whether or not somebody listens.
    get signal() {
      return raw.signal;
    },
  };
}

/** Reading one is a mistake in the handler of a route with other access, so it fails loudly. */
const noScope = refuseReading<RequestScope>('Only a route of access “session” has a signed-in person.', ['userId', 'workspaceId']);
const noConsumer = refuseReading<ConsumerScope>('Only a route of access “consumer” has a visitor.', ['contactId', 'channelId', 'workspaceId', 'expiresAtMs']);

function refuseReading<Scope extends object>(reason: string, fields: (keyof Scope & string)[]): Scope {
  const get = (): never => {
    throw new Error(reason);
  };
  // Every field of the scope is there, though none can be read.
  return Object.defineProperties({}, Object.fromEntries(fields.map((field) => [field, { get }]))) as Scope;
}

function parsePart(schema: RouteContract['body'], value: unknown, part: 'path' | 'query' | 'body'): unknown {
  if (!schema) return undefined;
  const holdsZero = part !== 'body' && holdsZeroCharacter(value);
  const parsed = schema.safeParse(value);
  if (parsed.success && !holdsZero) return parsed.data;
  const isUnknownId = part === 'path';
  if (isUnknownId) throw new Fault('missing', 'request/not-found', 'There is nothing at this address. Check the ids in it.');
  if (parsed.success) throw new Fault('invalid', 'request/invalid-query', 'The request’s query holds the character U+0000, which can’t be stored. Remove it.');
  throw toInvalidInput(parsed.error, part);
}

/** PostgreSQL can't store it; for bodies `readJsonBody` looks. */
function holdsZeroCharacter(values: unknown): boolean {
  return typeof values === 'object' && values !== null && Object.values(values).some((value) => typeof value === 'string' && value.includes('\0'));
}
