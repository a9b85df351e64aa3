import { Fault } from '@/lib/engine/fault';
import type { credentialStore } from './credential.store';
import type { TokenCache } from './token-cache';

interface DeleteCredentialDeps {
  credentials: ReturnType<typeof credentialStore>;
  tokens: Pick<TokenCache, 'forget'>;
}

/**
 * Deletes a credential that nothing uses, and forgets its token.
 * @throws Fault `credential/not-found`; `credential/in-use` with the integrations in `usedBy`
 */
export async function deleteCredential(deps: DeleteCredentialDeps, credentialId: string): Promise<void> {
  if (!(await deps.credentials.deleteUnused(credentialId))) {
    const { usedBy } = await deps.credentials.get(credentialId);
    const names = usedBy.map((use) => `“${use.integrationName}” of ${use.botName}`).join(', ');
    throw new Fault('conflict', 'credential/in-use', `This credential is used by ${names}. Choose another one there first, then delete it.`, {
      extra: { usedBy },
    });
  }
  deps.tokens.forget(credentialId);
}
