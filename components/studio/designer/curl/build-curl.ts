import { maskSecrets } from '@/components/studio/designer/curl/literal-secrets';
import { substitute } from '@/lib/engine/variables/substitute';
import { buildSnapshot, type VariableSnapshot } from '@/lib/engine/variables/variable-snapshot.schema';
import { withTestValues } from '@/lib/engine/variables/with-test-values';
import type { CredentialPublicSettings } from '@/lib/modules/credential/credential.schema';
import type { VariableView } from '@/lib/modules/environment/environment.schema';
import { buildRequest } from '@/lib/modules/integration/build-request.rules';
import { exportCurl, type CurlRequest } from '@/lib/modules/integration/export-curl.rules';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';

/** What a cURL command is made of. */
export type CurlSource = {
  definition: IntegrationDefinition;
  testValues: Readonly<Record<string, string>>;
  environment: readonly VariableView[];
  /** What may be seen of the credential; null for none. */
  credential: CredentialPublicSettings | null;
};

/** The command, or why there is none. */
export type BuiltCurl = { kind: 'built'; command: string } | { kind: 'failed'; reason: string };

/** Writes what a run would send as a cURL command; `YOUR_…` stands for every secret. */
export function buildCurl(source: CurlSource): BuiltCurl {
  const definition = maskSecrets(source.definition);
  const values = source.environment.map(({ key, value, isSecret }) => [key, isSecret ? `YOUR_${key}` : (value ?? '')]);
  const snapshot = withTestValues(buildSnapshot({ environment: Object.fromEntries(values) }), source.testValues);
  const built = buildRequest({ definition, snapshot, boundary: 'parley-boundary' });
  if (built.kind === 'invalid') return { kind: 'failed', reason: built.reason };
  const formParts = toFormParts(definition, snapshot);
  const request: CurlRequest = { ...built.request, followRedirects: definition.followRedirects, timeoutMs: definition.timeoutMs, ...(formParts ? { formParts } : {}) };
  return { kind: 'built', command: exportCurl(authorize(request, source.credential)) };
}

function toFormParts({ method, postBody }: IntegrationDefinition, snapshot: VariableSnapshot): CurlRequest['formParts'] {
  if (postBody.kind !== 'multipart' || method === 'HEAD') return undefined;
  const fill = (text: string) => substitute(text, snapshot, 'text').text;
  return postBody.rows
    .filter((row) => row.enabled && row.name !== '')
    .map(({ name, value, fileName, contentType }) => ({ name: fill(name), value: fill(value), fileName: fill(fileName), contentType: fill(contentType) }));
}

function authorize(request: CurlRequest, credential: CredentialPublicSettings | null): CurlRequest {
  switch (credential?.kind) {
    case 'basic':
      return withHeader(request, 'Authorization', 'Basic YOUR_USER_NAME_AND_PASSWORD');
    case 'access-token':
      return withHeader(request, 'Authorization', [credential.tokenType, 'YOUR_TOKEN'].filter(Boolean).join(' '));
    case 'oauth-client-credentials':
      return withHeader(request, 'Authorization', 'Bearer YOUR_TOKEN');
    case 'api-key':
      if (credential.in === 'header') return withHeader(request, credential.name, 'YOUR_KEY');
      return { ...request, url: `${request.url}${request.url.includes('?') ? '&' : '?'}${encodeURIComponent(credential.name)}=YOUR_KEY` };
    case undefined:
      return request;
  }
}

function withHeader(request: CurlRequest, name: string, value: string): CurlRequest {
  return { ...request, headers: [...request.headers.filter((header) => header.name.toLowerCase() !== name.toLowerCase()), { name, value }] };
}
