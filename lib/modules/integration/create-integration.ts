import { Fault } from '@/lib/engine/fault';
import { assertSavable, type SavableDeps } from './assert-savable';
import type { Integration, TestValues } from './integration.contract';
import type { IntegrationDefinition } from './integration.schema';

interface CreateIntegrationDeps extends SavableDeps {
  newId(): string;
}

/**
 * Creates an integration in a bot that is there.
 * @param input its `id` is the caller's wish; without one it gets a new one
 * @throws Fault `integration/id-taken`, `integration/name-taken`, `integration/variable-taken`, `credential/not-found`
 */
export async function createIntegration(
  deps: CreateIntegrationDeps,
  botId: string,
  input: { id?: string | undefined; definition: IntegrationDefinition; testValues: TestValues },
): Promise<Integration> {
  const id = input.id ?? deps.newId();
  await assertCreatable(deps, { botId, id }, input.definition);
  const created = await deps.integrations.insert(id, botId, input);
  if (created) return created;
  // Somebody was faster; now the check finds whom we collided with.
  await assertCreatable(deps, { botId, id }, input.definition);
  throw new Fault('conflict', 'integration/id-taken', 'Another integration was created at the same moment. Try again.');
}

async function assertCreatable(deps: CreateIntegrationDeps, { botId, id }: { botId: string; id: string }, definition: IntegrationDefinition): Promise<void> {
  if (await deps.integrations.isIdTaken(id)) {
    throw new Fault('conflict', 'integration/id-taken', 'An integration with this id exists already. Save it instead of creating it again.');
  }
  await assertSavable(deps, { botId, exceptId: null }, definition);
}
