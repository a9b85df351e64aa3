import { authorizeRequest, type Authorization } from '@/lib/modules/credential/authorize-request';
import type { OpenCredential } from '@/lib/modules/credential/open-credential';
import type { TokenCache } from '@/lib/modules/credential/token-cache';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';
import type { AllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import type { Clock } from '@/lib/platform/clock';
import type { ExchangeRequest, ExchangeResult } from '@/lib/platform/http/exchange';
import type { Outbound } from '@/lib/platform/http/outbound';
import type { Attempt } from './run-record.schema';
import { sendWithRetries } from './send-with-retries';

export interface SendCallDeps {
  outbound: Outbound;
  tokens: TokenCache;
  clock: Clock;
  random: () => number;
}

export interface SendCallInput {
  definition: IntegrationDefinition;
  /** Built, not yet authorised. */
  request: ExchangeRequest;
  credential: OpenCredential | null;
  allow: AllowList;
  runStartedMs: number;
  signal: AbortSignal | undefined;
}

export interface SentCall {
  /** The request as sent last. */
  request: ExchangeRequest;
  result: ExchangeResult | { kind: 'credential-failed'; reason: string };
  attempts: Attempt[];
  /** Every form of the secrets that the request carried. */
  secrets: string[];
}

type Authorized = { kind: 'authorized'; authorization: Authorization | null } | { kind: 'failed'; reason: string } | { kind: 'cancelled' };

/** Authorises a built request, sends it with retries, and renews an OAuth token once on 401. */
export async function sendCall(deps: SendCallDeps, input: SendCallInput): Promise<SentCall> {
  const { definition, credential, signal } = input;
  const sent: SentCall = { request: input.request, result: { kind: 'cancelled', hops: [] }, attempts: [], secrets: [] };
  const secretHeaderNames: string[] = [];

  const authorize = async (rejectedToken?: string, waiting = signal): Promise<Authorized> => {
    const authorized = await readAuthorization(deps.tokens, { ...input, signal: waiting }, rejectedToken);
    if (authorized.kind !== 'authorized' || authorized.authorization === null) return authorized;
    const { request, headerName, secrets } = authorizeRequest(input.request, authorized.authorization);
    sent.request = request;
    sent.secrets.push(...secrets);
    if (headerName !== null) secretHeaderNames.push(headerName);
    return authorized;
  };

  const first = await authorize();
  if (first.kind === 'failed') return { ...sent, result: { kind: 'credential-failed', reason: first.reason } };
  if (first.kind === 'cancelled') return sent;

  const onUnauthorized = async (remainingMs: number): Promise<ExchangeRequest | null> => {
    const rejected = first.authorization?.kind === 'oauth-token' ? first.authorization.accessToken : undefined;
    const outOfTime = AbortSignal.timeout(Math.ceil(remainingMs));
    const renewed = await authorize(rejected, signal ? AbortSignal.any([signal, outOfTime]) : outOfTime);
    return renewed.kind === 'authorized' ? sent.request : null;
  };
  const { result, attempts } = await sendWithRetries(deps, {
    request: sent.request,
    retry: definition.retry,
    timeoutMs: definition.timeoutMs,
    runStartedMs: input.runStartedMs,
    exchange: {
      allow: input.allow,
      responseBytesMax: definition.responseBytesMax,
      followRedirects: definition.followRedirects,
      secretHeaderNames,
      ...(signal ? { signal } : {}),
    },
    ...(credential?.settings.kind === 'oauth-client-credentials' ? { onUnauthorized } : {}),
  });
  return { ...sent, result, attempts };
}

async function readAuthorization(tokens: TokenCache, input: SendCallInput, rejectedToken: string | undefined): Promise<Authorized> {
  const { credential, allow, signal } = input;
  if (credential === null) return { kind: 'authorized', authorization: null };
  const { id, version, settings } = credential;
  if (settings.kind !== 'oauth-client-credentials') return { kind: 'authorized', authorization: settings };
  const options = { allow, ...(rejectedToken === undefined ? {} : { rejectedToken }), ...(signal ? { signal } : {}) };
  const token = await tokens.getToken({ id, version, settings }, options);
  return token.kind === 'token' ? { kind: 'authorized', authorization: { kind: 'oauth-token', accessToken: token.accessToken } } : token;
}
