'use client';

import { useMemo } from 'react';

import { useDraftIfOpen } from '@/components/studio/draft/draft-context';
import { buildBotNames, type BotNames } from '@/components/studio/preview/bot-names';
import type { JsonValue } from '@/lib/engine/json';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { evaluateFields } from '@/lib/modules/integration/custom-data-field.rules';

/** The draft that the preview talks to. */
export type PreviewDraft = {
  /** As the server has it; null until the draft is loaded. */
  version: number | null;
  content: BotContent | null;
  integrations: readonly { id: string; name: string }[];
  names: BotNames;
  /** What an integration's custom data fields capture from a result; nothing for one that is gone. */
  captureFields: (integrationId: string, document: JsonValue) => Record<string, JsonValue[]>;
  /** Saves what was just changed, so that the next turn runs it. */
  flush: () => Promise<void>;
};

/** The draft of the page's bot, as far as it is loaded. Below `DraftProvider`. */
export function usePreviewDraft(): PreviewDraft {
  const draft = useDraftIfOpen();
  const content = draft?.content ?? null;
  const surroundings = draft?.surroundings ?? null;
  const integrations = useMemo(() => surroundings?.integrations.map(({ id, definition }) => ({ id, name: definition.name })) ?? [], [surroundings]);
  const names = useMemo(() => buildBotNames(content, integrations), [content, integrations]);
  return {
    version: draft?.version ?? null,
    content,
    integrations,
    names,
    captureFields(integrationId, document) {
      const definition = surroundings?.integrations.find(({ id }) => id === integrationId)?.definition;
      const fields = definition ? evaluateFields(definition.customDataFields, definition.responseVariable, document) : [];
      return Object.fromEntries(fields.map(({ key, values }) => [key, values]));
    },
    flush: async () => draft?.flush(),
  };
}
