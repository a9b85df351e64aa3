import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { listUses as listDraftUses, type DraftUse } from '@/lib/modules/draft/list-uses.rules';
import type { draftStore } from '@/lib/modules/draft/draft.store';
import type { IntegrationUse } from './integration.contract';
import type { integrationStore } from './integration.store';
import { findIntegrationUses } from './integration-uses.rules';

interface ListUsesDeps {
  integrations: ReturnType<typeof integrationStore>;
  drafts: Pick<ReturnType<typeof draftStore>, 'get'>;
}

/**
 * What in its bot relies on an integration: other integrations that mention its fields or its response, then what the draft holds: interactions
 * that call it, and texts, conditions and scripts that mention its results.
 * @throws Fault `integration/not-found`
 */
export async function listUses(deps: ListUsesDeps, botId: string, integrationId: string): Promise<IntegrationUse[]> {
  const { definition } = await deps.integrations.get(botId, integrationId);
  const [all, draft] = await Promise.all([deps.integrations.listDefinitions(botId), deps.drafts.get(botId)]);
  const others = all
    .filter((other) => other.id !== integrationId)
    .map((other) => ({ kind: 'integration' as const, id: other.id, name: other.definition.name, places: findIntegrationUses(definition.responseVariable, other.definition) }))
    .filter((use) => use.places.length > 0);
  const inDraft = listDraftUses(draft.content, all, { kind: 'integration', id: integrationId }).filter(({ place }) => place.integrationId === undefined);
  return [...others, ...groupByHolder(inDraft, draft.content)];
}

/** One use for each interaction or other part of the draft, its places in the order of the form. */
function groupByHolder(uses: readonly DraftUse[], { interactions }: BotContent): IntegrationUse[] {
  const useById = new Map<string, IntegrationUse>();
  for (const { place, owner, label } of uses) {
    const id = place.interactionId ?? place.dialogId ?? place.intentId ?? place.entityId ?? owner;
    const known = useById.get(id);
    if (known) known.places = [...new Set([...known.places, label])];
    else if (place.interactionId === undefined) useById.set(id, { kind: 'bot', id, name: owner, places: [label] });
    else useById.set(id, { kind: 'interaction', id, name: interactions[id]?.name ?? owner, places: [label], dialogId: place.dialogId });
  }
  return [...useById.values()];
}
