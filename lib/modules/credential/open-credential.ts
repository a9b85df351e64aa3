import type { Vault } from '@/lib/platform/vault/create-vault';
import { toWholeSettings } from './credential.rules';
import type { CredentialSettings } from './credential.schema';
import type { credentialStore } from './credential.store';

/** A credential with its secret, for the adapter that sends a request and for nothing else. */
export interface OpenCredential {
  id: string;
  name: string;
  version: number;
  settings: CredentialSettings;
}

/**
 * Opens a credential for use.
 * @throws Fault `credential/not-found`, `vault/tampered`, `vault/wrong-key`
 */
export async function openCredential(
  deps: { credentials: ReturnType<typeof credentialStore>; vault: Pick<Vault, 'open'> },
  credentialId: string,
): Promise<OpenCredential> {
  const { id, name, version, settings, sealed } = await deps.credentials.getSealed(credentialId);
  return { id, name, version, settings: toWholeSettings(settings, deps.vault.open(sealed, deps.credentials.ownerOf({ id }))) };
}
