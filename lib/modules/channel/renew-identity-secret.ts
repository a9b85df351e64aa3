import { randomBytes } from 'node:crypto';
import type { Vault } from '@/lib/platform/vault/create-vault';
import { toOwner, type channelStore } from './channel.store';

interface RenewIdentitySecretDeps {
  channels: Pick<ReturnType<typeof channelStore>, 'updateSecret'>;
  vault: Pick<Vault, 'seal'>;
}

/** As long as the hash that it keys. Source: RFC 7518, section 3.2. */
const SECRET_BYTES = 32;

/**
 * Makes the secret that sites sign identities with; one made before is good no longer.
 * @returns the secret, which is kept sealed and can't be read again: 43 characters, which are the key as they stand
 * @throws Fault `channel/not-found`
 */
export async function renewIdentitySecret({ channels, vault }: RenewIdentitySecretDeps, { workspaceId, channelId }: { workspaceId: string; channelId: string }): Promise<{ secret: string }> {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  await channels.updateSecret(channelId, vault.seal(secret, toOwner({ id: channelId, workspaceId })));
  return { secret };
}
