'use client';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { useDraft } from '@/components/studio/draft/draft-context';
import { notify } from '@/components/ui/toaster';
import { useSaveIntegrations, type IntegrationEdit } from '@/lib/client/use-save-integrations';
import type { EditedBot } from '@/lib/modules/draft/change-texts.rules';

/** A change of the whole bot that was computed before. */
export type BotEdit = Pick<EditedBot, 'content' | 'integrations'>;

/**
 * Carries out a change of the whole bot as one step of undo. Integrations are no part of the draft: they are saved at once,
 * and the undo in the toast takes them back too. When they can't be saved, nothing changes and the reason is shown.
 */
export function useBotEdit(): (label: string, edit: BotEdit) => Promise<void> {
  const bot = useCurrentBot();
  const draft = useDraft();
  const saveIntegrations = useSaveIntegrations(bot.id);
  return async (label, { content, integrations }) => {
    const before = draft.surroundings?.integrations ?? [];
    const revert = draft.change(label, () => content);
    try {
      const saved = await saveIntegrations(integrations, before);
      notify.undo(label, () => {
        revert();
        void saveIntegrations(toOld(saved, before), saved).catch((error: Error) => notify.error('The integrations keep the change', error.message));
      });
    } catch (error) {
      revert();
      notify.error('Nothing was changed', error instanceof Error ? error.message : undefined);
    }
  };
}

/** Definitions as they were, to be saved over the versions that there are now. */
function toOld(saved: readonly IntegrationEdit[], before: readonly IntegrationEdit[]): IntegrationEdit[] {
  return saved.flatMap(({ id, version }) => {
    const old = before.find((integration) => integration.id === id);
    return old ? [{ ...old, version }] : [];
  });
}
