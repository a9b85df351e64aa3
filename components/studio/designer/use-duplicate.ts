'use client';

import { useNavigate } from '@/components/studio/frame/use-navigate';
import { notify } from '@/components/ui/toaster';
import { useDeleteIntegration, useDuplicateIntegration } from '@/lib/client/use-integrations';

/** Copies the integration as it was last saved, opens the copy, and offers to take it back. */
export function useDuplicate(botId: string): (integration: { id: string; name: string }) => void {
  const navigate = useNavigate();
  const duplicateIntegration = useDuplicateIntegration(botId);
  const deleteIntegration = useDeleteIntegration(botId);
  return ({ id, name }) =>
    duplicateIntegration.mutate(id, {
      onSuccess(copy) {
        navigate(`/bots/${botId}/integrations/${copy.id}`);
        notify.undo(`Copied ${name} as ${copy.definition.name}`, () => {
          deleteIntegration.mutate(copy.id, {
            onSuccess: () => navigate(`/bots/${botId}/integrations/${id}`),
            onError: (error) => notify.error('The copy is still there', error.message),
          });
        });
      },
      onError: (error) => notify.error(`${name} was not copied`, error.message),
    });
}
