import type { CredentialSettings } from '@/lib/modules/credential/credential.schema';
import { buildAgBankIntegrations, type SampleIntegration } from './ag-bank.integrations';
import { SAMPLE_SECRETS } from './secure.routes';

/** Everything that the first start seeds. */
export interface SampleBot {
  bot: { name: string; description: string };
  environment: { name: string; variables: { key: string; value: string }[] };
  /** `ref` names a credential within the sample. */
  credentials: { ref: string; name: string; settings: CredentialSettings }[];
  integrations: SampleIntegration[];
}

/**
 * The bot “AG Bank”: integrations against the sample bank, each showing something else. What Freddy says with them is in `freddy.ts`.
 * `bankUrl` is where that bank answers, without a slash at its end, for example `http://127.0.0.1:3000/samples/ag-bank`.
 */
export function buildAgBankBot(bankUrl: string): SampleBot {
  return {
    bot: {
      name: 'AG Bank',
      description: 'Freddy, the assistant of AG Bank: account statements, card checks, branches. His integrations work against the sample bank inside this server.',
    },
    environment: {
      name: 'AG Bank sample',
      variables: [
        { key: 'bankUrl', value: bankUrl },
        { key: 'customerId', value: 'cus-2001' },
      ],
    },
    credentials: buildCredentials(bankUrl),
    integrations: buildAgBankIntegrations(),
  };
}

/** One credential of every kind. The secrets are the sample bank's own and protect sample data only. */
function buildCredentials(bankUrl: string): SampleBot['credentials'] {
  const { userName, password, bearerToken, apiKey, clientId, clientSecret } = SAMPLE_SECRETS;
  return [
    { ref: 'basic', name: 'AG Bank user', settings: { kind: 'basic', userName, password } },
    { ref: 'token', name: 'AG Bank token', settings: { kind: 'access-token', tokenType: 'Bearer', token: bearerToken } },
    { ref: 'api-key', name: 'AG Bank API key', settings: { kind: 'api-key', in: 'header', name: 'X-Api-Key', value: apiKey } },
    {
      ref: 'oauth',
      name: 'AG Bank OAuth client',
      settings: {
        kind: 'oauth-client-credentials',
        tokenUrl: `${bankUrl}/oauth/token`,
        clientId,
        clientSecret,
        scope: 'accounts profile',
        audience: '',
        secretIn: 'header',
      },
    },
  ];
}
