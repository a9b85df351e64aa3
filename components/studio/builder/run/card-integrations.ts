import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';

/** The bot's integrations by id, as cards need them; null while they aren't known. */
export type CardIntegrations = ReadonlyMap<string, IntegrationDefinition> | null;
