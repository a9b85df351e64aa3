import { Fault } from '@/lib/engine/fault';
import type { Vault } from '@/lib/platform/vault/create-vault';
import { mergeSettings, toPublicSettings, toSecret } from './credential.rules';
import type { CredentialDetail, CredentialUpdate } from './credential.schema';
import type { credentialStore } from './credential.store';

interface UpdateCredentialDeps {
  credentials: ReturnType<typeof credentialStore>;
  vault: Vault;
}

/**
 * Changes a credential that is still at the version the change is based on; a secret not given stays as it was.
 * @throws Fault `credential/not-found`; `credential/secret-missing` after a change of kind without a secret;
 *   `credential/changed-meanwhile` with the credential as it is now in `current`
 */
export async function updateCredential(deps: UpdateCredentialDeps, credentialId: string, change: CredentialUpdate): Promise<CredentialDetail> {
  const stored = await deps.credentials.getSealed(credentialId);
  if (stored.version === change.version) {
    const merged = mergeSettings(
      { kind: stored.settings.kind, readSecret: () => deps.vault.open(stored.sealed, deps.credentials.ownerOf(stored)) },
      change.settings,
    );
    if (merged.kind === 'invalid') {
      throw new Fault('invalid', 'credential/secret-missing', `The stored secret can’t stay with these settings. ${merged.message}`, {
        issues: [{ path: ['settings', merged.field], message: merged.message }],
      });
    }
    const secret = toSecret(merged.settings);
    const updated = await deps.credentials.update(credentialId, change.version, {
      name: change.name,
      settings: toPublicSettings(merged.settings),
      sealed: deps.vault.seal(secret, deps.credentials.ownerOf(stored)),
      hasSecret: secret !== '',
    });
    if (updated) return updated;
  }
  const current = await deps.credentials.get(credentialId);
  throw new Fault('conflict', 'credential/changed-meanwhile', 'Somebody else changed this credential since you opened it. Look at their version, then save again.', {
    extra: { current },
  });
}
