import type { z } from 'zod';
import { botContentSchema, type BotContent } from '@/lib/engine/program/bot-content.schema';
import type { dialogSchema } from '@/lib/engine/program/dialog.schema';
import type { interactionSchema } from '@/lib/engine/program/interaction.schema';
import { integrationDefinitionSchema } from '@/lib/modules/integration/integration.schema';
import type { DraftIntegration } from './draft.contract';

type DialogInput = Omit<z.input<typeof dialogSchema>, 'interactionIds'> & { interactions?: z.input<typeof interactionSchema>[] };

/** For tests: a content out of dialogs with their interactions, in order. */
export function buildContent(dialogs: DialogInput[], more: Partial<z.input<typeof botContentSchema>> = {}): BotContent {
  const interactions = dialogs.flatMap((dialog) => dialog.interactions ?? []);
  return botContentSchema.parse({
    dialogIds: dialogs.map(({ id }) => id),
    dialogs: Object.fromEntries(dialogs.map(({ interactions: own = [], ...dialog }) => [dialog.id, { ...dialog, interactionIds: own.map(({ id }) => id) }])),
    interactions: Object.fromEntries(interactions.map((interaction) => [interaction.id, interaction])),
    ...more,
  });
}

/** For tests: an integration by its response data variable and fields. */
export function buildIntegration(responseVariable: string, more: Partial<z.input<typeof integrationDefinitionSchema>> = {}): DraftIntegration {
  const definition = { name: responseVariable, responseVariable, url: 'https://example.com', customDataFields: [{ key: 'title', path: `{$.api_${responseVariable}.items[i].title}` }], ...more };
  return { id: `id-${responseVariable}`, version: 1, definition: integrationDefinitionSchema.parse(definition) };
}
