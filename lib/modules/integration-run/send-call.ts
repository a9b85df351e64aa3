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

/** Authorises a built request, sends it with retries, and renews an OAuth token once on 401. */
export async function sendCall(deps: SendCallDeps, input: SendCallInput): Promise<SentCall> {
  const { definition, credential, signal } = input;
  const sent: SentCall = { request: input.request, result: { kind: 'cancelled', hops: [] }, attempts: [], secrets: [] };
  const secretHeaderNames: string[] = [];

  const authorize = (authorization: Authorization): void => {
    const { request, headerName, secrets } = authorizeRequest(input.request, authorization);
    sent.request = request;
    sent.secrets.push(...secrets);
    if (headerName !== null) secretHeaderNames.push(headerName);
  };

  const oauth = credential?.settings.kind === 'oauth-client-credentials' ? { ...credential, settings: credential.settings } : null;
  const first = oauth && (await deps.tokens.getToken(oauth, toTokenOptions(input, signal)));
  if (first?.kind === 'failed') return { ...sent, result: { kind: 'credential-failed', reason: first.reason } };
  if (first?.kind === 'cancelled') return sent;
  if (first) authorize({ kind: 'oauth-token', accessToken: first.accessToken });
  else if (credential && credential.settings.kind !== 'oauth-client-credentials') authorize(credential.settings);

  const renew = async (oauthCredential: NonNullable<typeof oauth>, remainingMs: number): Promise<ExchangeRequest | null> => {
    const outOfTime = AbortSignal.timeout(Math.ceil(remainingMs));
    const options = toTokenOptions(input, signal ? AbortSignal.any([signal, outOfTime]) : outOfTime);
    const renewed = await deps.tokens.getToken(oauthCredential, { ...options, ...(first?.kind === 'token' ? { rejectedToken: first.accessToken } : {}) });
    if (renewed.kind !== 'token') return null;
    authorize({ kind: 'oauth-token', accessToken: renewed.accessToken });
    return sent.request;
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
    ...(oauth ? { onUnauthorized: (remainingMs: number) => renew(oauth, remainingMs) } : {}),
  });
  return { ...sent, result, attempts };
}

function toTokenOptions({ allow }: SendCallInput, signal: AbortSignal | undefined) {
  return { allow, ...(signal ? { signal } : {}) };
}
