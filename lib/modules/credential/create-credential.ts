import type { Vault } from '@/lib/platform/vault/create-vault';
import { toPublicSettings, toSecret } from './credential.rules';
import type { CredentialDetail, CredentialInput } from './credential.schema';
import type { credentialStore } from './credential.store';

interface CreateCredentialDeps {
  credentials: ReturnType<typeof credentialStore>;
  vault: Vault;
  newId(): string;
}

/** Stores a new credential with its secret sealed. */
export async function createCredential(deps: CreateCredentialDeps, input: CredentialInput): Promise<CredentialDetail> {
  const id = deps.newId();
  const secret = toSecret(input.settings);
  return deps.credentials.insert(id, {
    name: input.name,
    settings: toPublicSettings(input.settings),
    sealed: deps.vault.seal(secret, deps.credentials.ownerOf({ id })),
    hasSecret: secret !== '',
  });
}
