'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import { updateIntegration } from '@/lib/modules/integration/integration.contract';
import type { IntegrationDefinition } from '@/lib/modules/integration/integration.schema';

/** An integration's definition, to be saved over the version that it was read at. */
export interface IntegrationEdit {
  id: string;
  version: number;
  definition: IntegrationDefinition;
}

/** Saves several integrations of a bot, all or none. Answers their new versions in the same order. */
export function useSaveIntegrations(botId: string): (edits: readonly IntegrationEdit[], before: readonly IntegrationEdit[]) => Promise<IntegrationEdit[]> {
  const queryClient = useQueryClient();
  return useCallback(
    async (edits, before) => {
      const saved: IntegrationEdit[] = [];
      try {
        for (const edit of edits) saved.push(await save(botId, edit));
        return saved;
      } catch (error) {
        for (const { id, version } of saved) {
          const old = before.find((integration) => integration.id === id);
          if (old) await save(botId, { ...old, version });
        }
        throw error;
      } finally {
        if (edits.length > 0) void queryClient.invalidateQueries({ queryKey: queryKeys.integrations(botId) });
      }
    },
    [botId, queryClient],
  );
}

async function save(botId: string, { id, version, definition }: IntegrationEdit): Promise<IntegrationEdit> {
  const saved = await callApi(updateIntegration, { params: { botId, integrationId: id }, body: { version, definition } });
  return { id, version: saved.version, definition: saved.definition };
}
