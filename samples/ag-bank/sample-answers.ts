import { buildSnapshot } from '@/lib/engine/variables/variable-snapshot.schema';
import { withTestValues } from '@/lib/engine/variables/with-test-values';
import { buildRequest } from '@/lib/modules/integration/build-request.rules';
import type { SampleResponse } from '@/lib/modules/integration/integration.contract';
import type { SampleBot } from './ag-bank.bot';
import type { SampleIntegration } from './ag-bank.integrations';
import { createSampleBank } from './sample-bank';

/** As often as a busy bank is asked: more than any of the integrations needs. */
const TRY_COUNT_MAX = 5;

/**
 * What the sample bank answers to each integration of its bot, asked with the integration's own test values, by response data variable: what a
 * designer would keep as samples after a first run of each. The bank is one of our own here that keeps nobody waiting; nothing goes over
 * the network.
 */
export async function collectSampleAnswers(sample: SampleBot, at: Date): Promise<ReadonlyMap<string, SampleResponse>> {
  const known = Object.fromEntries(sample.environment.variables.map(({ key, value }) => [key, value]));
  const bank = createSampleBank({ basePath: new URL(known.bankUrl ?? '').pathname.replace(/\/$/, ''), wait: () => Promise.resolve() });
  const answers = sample.integrations.map(async (integration) => {
    const request = toRequest(integration, known);
    const authorization = await findAuthorization(bank, sample, integration);
    if (authorization) request.headers.set('Authorization', authorization);
    const response = await askPatiently(bank, request);
    const answer = { status: response.status, contentType: response.headers.get('content-type') ?? '', bodyText: await response.text(), savedAt: at.toISOString() };
    return [integration.definition.responseVariable, answer] as const;
  });
  return new Map(await Promise.all(answers));
}

type Bank = ReturnType<typeof createSampleBank>;

function toRequest({ definition, testValues }: SampleIntegration, environment: Record<string, string>): Request {
  const built = buildRequest({ definition, snapshot: withTestValues(buildSnapshot({ environment }), testValues), boundary: 'a-boundary-of-the-sample' });
  if (built.kind === 'invalid') throw new Error(`The integration “${definition.name}” of the sample makes no request: ${built.reason}`);
  const { method, url, headers, body } = built.request;
  return new Request(url, { method, headers: headers.map(({ name, value }): [string, string] => [name, value]), body });
}

/** The integrations of the sample use no other kind of credential. */
async function findAuthorization(bank: Bank, { credentials }: SampleBot, { credentialRef }: SampleIntegration): Promise<string | null> {
  const settings = credentials.find(({ ref }) => ref === credentialRef)?.settings;
  if (settings?.kind !== 'oauth-client-credentials') return null;
  const { tokenUrl, clientId, clientSecret, scope } = settings;
  const answer = await bank.request(tokenUrl, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  // RFC 6749, section 5.1; the bank is our own.
  const token = (await answer.json()) as { access_token: string };
  return `Bearer ${token.access_token}`;
}

async function askPatiently(bank: Bank, request: Request): Promise<Response> {
  for (let tryCount = 1; ; tryCount += 1) {
    const response = await bank.fetch(request.clone());
    if (response.status !== 429 || tryCount === TRY_COUNT_MAX) return response;
  }
}
