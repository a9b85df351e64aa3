import type { Interaction } from '@/lib/engine/program/interaction.schema';

const LINE_LENGTH_MAX = 70;

/** The beginning of what an interaction says or does, in one line without markup. */
export function summarizeInteraction(interaction: Interaction, integrationNames: ReadonlyMap<string, string>): string {
  const line = readLine(interaction, integrationNames).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
  return line.length > LINE_LENGTH_MAX ? `${line.slice(0, LINE_LENGTH_MAX - 1)}…` : line;
}

function readLine(interaction: Interaction, integrationNames: ReadonlyMap<string, string>): string {
  switch (interaction.kind) {
    case 'image':
    case 'audio':
    case 'video':
      return interaction.description || interaction.url;
    case 'file':
      return interaction.fileName || interaction.url;
    case 'structured':
      return interaction.tiles[0]?.title ?? '';
    case 'carousel':
      return interaction.text || (interaction.tiles[0]?.title ?? '');
    case 'integration':
      return integrationNames.get(interaction.integrationId) ?? '';
    case 'agent-transfer':
      return interaction.message;
    case 'set-variables':
      return interaction.assignments.map(({ name }) => name).join(', ');
    case 'universal':
      return interaction.json;
    case 'foreign':
      return interaction.foreignType;
    default:
      return interaction.text;
  }
}
