/** Names under which the browser caches what the API answered. A change invalidates the shortest key that covers it. */
export const queryKeys = {
  setup: ['setup'] as const,
  account: ['account'] as const,
  workspace: ['workspace'] as const,
  bots: ['bots'] as const,
  bot: (botId: string) => ['bots', botId] as const,
  environments: ['environments'] as const,
  environment: (environmentId: string) => ['environments', environmentId] as const,
  credentials: ['credentials'] as const,
  credential: (credentialId: string) => ['credentials', credentialId] as const,
  integrations: (botId: string) => ['bots', botId, 'integrations'] as const,
  integration: (botId: string, integrationId: string) => ['bots', botId, 'integrations', integrationId] as const,
  uses: (botId: string, integrationId: string) => ['bots', botId, 'integrations', integrationId, 'uses'] as const,
  sample: (botId: string, integrationId: string) => ['bots', botId, 'integrations', integrationId, 'sample'] as const,
  runs: (botId: string, integrationId: string) => ['runs', botId, integrationId] as const,
  run: (botId: string, integrationId: string, runId: string) => ['runs', botId, integrationId, runId] as const,
  responseType: (botId: string, integrationId: string) => ['response-type', botId, integrationId] as const,
};
