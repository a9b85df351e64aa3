import type { Use } from '@/components/ui/in-use-dialog';
import type { CredentialUse } from '@/lib/modules/credential/credential.schema';

/** The integrations that use a credential, as links. */
export function toCredentialUses(usedBy: readonly CredentialUse[]): Use[] {
  return usedBy.map(({ botId, botName, integrationId, integrationName }) => ({
    href: `/bots/${botId}/integrations/${integrationId}`,
    label: integrationName,
    detail: botName,
  }));
}
