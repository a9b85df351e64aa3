import type { JsonValue } from '@/lib/engine/json';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { Program, ProgramIntegration } from '@/lib/engine/program/program.schema';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';

/**
 * A draft made ready to run in a preview. It may be broken: ids in lists that lead nowhere are left out, everything else stays as it is
 * and is the engine's to report when the conversation gets there.
 */
export function compileProgram(content: BotContent, integrations: readonly { id: string; definition: IntegrationDefinition }[], botId: string): Program {
  return {
    ...content,
    dialogIds: content.dialogIds.filter((id) => Object.hasOwn(content.dialogs, id)),
    dialogs: mapValues(content.dialogs, (dialog) => {
      const interactionIds = dialog.interactionIds.filter((id) => Object.hasOwn(content.interactions, id));
      return interactionIds.length === dialog.interactionIds.length ? dialog : { ...dialog, interactionIds };
    }),
    botId,
    releaseNumber: null,
    integrations: Object.fromEntries(integrations.map(({ id, definition }) => [id, toProgramIntegration(id, definition)])),
  };
}

function toProgramIntegration(id: string, definition: IntegrationDefinition): ProgramIntegration {
  return {
    id,
    name: definition.name,
    responseVariable: definition.responseVariable,
    fieldKeys: definition.customDataFields.map(({ key }) => key),
    // A definition is JSON by its schema.
    definition: definition as JsonValue,
  };
}

function mapValues<Value>(record: Record<string, Value>, change: (value: Value) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
