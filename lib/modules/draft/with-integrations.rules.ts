import type { BotContent } from '@/lib/engine/program/bot-content.schema';

/** A content whose integration interactions use other integrations: ids by the ids they replace; others stay. */
export function withIntegrations(content: BotContent, newIdById: ReadonlyMap<string, string>): BotContent {
  const interactions = Object.entries(content.interactions).map(([id, interaction]) => {
    if (interaction.kind !== 'integration') return [id, interaction] as const;
    return [id, { ...interaction, integrationId: newIdById.get(interaction.integrationId) ?? interaction.integrationId }] as const;
  });
  return { ...content, interactions: Object.fromEntries(interactions) };
}
