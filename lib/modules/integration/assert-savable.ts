import { Fault } from '@/lib/engine/fault';
import type { credentialStore } from '@/lib/modules/credential/credential.store';
import type { IntegrationDefinition } from './integration.schema';
import type { integrationStore } from './integration.store';

/** What the check needs. */
export interface SavableDeps {
  integrations: ReturnType<typeof integrationStore>;
  credentials: ReturnType<typeof credentialStore>;
}

/**
 * Checks what a definition shares with the rest of its bot.
 * @throws Fault `integration/name-taken`, `integration/variable-taken`, `credential/not-found`
 */
export async function assertSavable(deps: SavableDeps, { botId, exceptId }: { botId: string; exceptId: string | null }, definition: IntegrationDefinition): Promise<void> {
  if (definition.credentialId !== null) await deps.credentials.get(definition.credentialId);
  const clash = await deps.integrations.findClash(botId, definition, exceptId);
  if (clash === 'name') throw taken('integration/name-taken', 'name', 'Another integration of this bot has this name. Choose another one.');
  if (clash === 'variable') {
    throw taken('integration/variable-taken', 'responseVariable', 'Another integration of this bot writes to this variable. Choose another one.');
  }
}

function taken(code: string, field: string, message: string): Fault {
  return new Fault('conflict', code, message, { issues: [{ path: ['definition', field], message }] });
}
