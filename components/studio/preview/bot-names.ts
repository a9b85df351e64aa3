import type { BotContent } from '@/lib/engine/program/bot-content.schema';

/** The names of a bot's parts, and where they stand. A part that is gone is named as such. */
export type BotNames = {
  dialog: (dialogId: string) => string;
  interaction: (interactionId: string) => string;
  intent: (intentId: string) => string;
  integration: (integrationId: string) => string;
  /** By its name, else its place among the interaction's rules: “rule 2”. */
  rule: (interactionId: string, ruleId: string) => string;
  /** The dialog that an interaction stands in; null when either is gone. */
  dialogOf: (interactionId: string) => string | null;
};

/** Reads the names out of a bot's content. */
export function buildBotNames(content: BotContent | null, integrations: readonly { id: string; name: string }[]): BotNames {
  const dialogIdByInteractionId = new Map(Object.values(content?.dialogs ?? {}).flatMap((dialog) => dialog.interactionIds.map((id) => [id, dialog.id] as const)));
  const integrationNameById = new Map(integrations.map(({ id, name }) => [id, name]));
  return {
    dialog: (dialogId) => content?.dialogs[dialogId]?.name ?? 'a deleted dialog',
    interaction: (interactionId) => content?.interactions[interactionId]?.name ?? 'a deleted interaction',
    intent: (intentId) => content?.intents[intentId]?.name ?? 'a deleted intent',
    integration: (integrationId) => integrationNameById.get(integrationId) ?? 'a deleted integration',
    rule: (interactionId, ruleId) => nameRule(content, interactionId, ruleId),
    dialogOf: (interactionId) => dialogIdByInteractionId.get(interactionId) ?? null,
  };
}

function nameRule(content: BotContent | null, interactionId: string, ruleId: string): string {
  const interaction = content?.interactions[interactionId];
  const rules = interaction && 'rules' in interaction ? interaction.rules : [];
  const index = rules.findIndex((rule) => rule.id === ruleId);
  if (index < 0) return 'a deleted rule';
  return rules[index]?.name ? `“${rules[index].name}”` : `rule ${index + 1}`;
}
