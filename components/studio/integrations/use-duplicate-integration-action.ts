'use client';

import { useNavigate } from '@/components/studio/frame/use-navigate';
import { notify } from '@/components/ui/toaster';
import { useDeleteIntegration, useDuplicateIntegration } from '@/lib/client/use-integrations';

/** Copies an integration, opens the copy and offers to take it back. */
export function useDuplicateIntegrationAction(botId: string): (source: { id: string; name: string }) => Promise<void> {
  const navigate = useNavigate();
  const duplicateIntegration = useDuplicateIntegration(botId);
  const deleteIntegration = useDeleteIntegration(botId);

  async function takeBack(copyId: string) {
    try {
      await deleteIntegration.mutateAsync(copyId);
      navigate(`/bots/${botId}/integrations`);
    } catch (error) {
      notify.error('The copy is still there', error instanceof Error ? error.message : undefined);
    }
  }

  return async (source) => {
    try {
      const copy = await duplicateIntegration.mutateAsync(source.id);
      navigate(`/bots/${botId}/integrations/${copy.id}`);
      notify.undo(`Copied ${source.name} as ${copy.definition.name}`, () => void takeBack(copy.id));
    } catch (error) {
      notify.error(`${source.name} was not copied`, error instanceof Error ? error.message : undefined);
    }
  };
}
