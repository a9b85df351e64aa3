import {
  credentialPublicSettingsSchema,
  credentialSettingsSchema,
  SECRET_FIELD_BY_KIND,
  type CredentialKind,
  type CredentialPublicSettings,
  type CredentialSettings,
  type CredentialSettingsUpdate,
} from '@/lib/modules/credential/credential.schema';

/** The secret of whole settings; empty only for a basic credential without a password. */
export function toSecret(settings: CredentialSettings | CredentialSettingsUpdate): string {
  switch (settings.kind) {
    case 'basic':
      return settings.password;
    case 'access-token':
      return settings.token;
    case 'api-key':
      return settings.value;
    case 'oauth-client-credentials':
      return settings.clientSecret;
  }
}

/** The settings without their secret. */
export function toPublicSettings(settings: CredentialSettings): CredentialPublicSettings {
  return credentialPublicSettingsSchema.parse(settings);
}

/** Whole settings out of the two halves that are stored apart. */
export function toWholeSettings(settings: CredentialPublicSettings, secret: string): CredentialSettings {
  return credentialSettingsSchema.parse({ ...settings, [SECRET_FIELD_BY_KIND[settings.kind]]: secret });
}

/** What a change must know of the stored credential; its secret is opened only when it is needed. */
interface StoredCredential {
  kind: CredentialKind;
  readSecret: () => string;
}

/**
 * The settings that a change leads to: an empty secret stays as it was. After a change of kind there is no old secret
 * that could stay, so it must be given; then the result names the field.
 */
export function mergeSettings(
  stored: StoredCredential,
  update: CredentialSettingsUpdate,
): { kind: 'merged'; settings: CredentialSettings } | { kind: 'invalid'; field: string; message: string } {
  const field = SECRET_FIELD_BY_KIND[update.kind];
  const given = toSecret(update);
  // A secret given anew must not need the old one: that may be lost with its master key.
  const secret = given === '' && stored.kind === update.kind ? stored.readSecret() : given;
  const parsed = credentialSettingsSchema.safeParse({ ...update, [field]: secret });
  if (parsed.success) return { kind: 'merged', settings: parsed.data };
  // The update was valid by itself, so only the kept secret can be at fault: none, or unfit for a key's new place.
  return { kind: 'invalid', field, message: parsed.error.issues[0]?.message ?? 'Enter the secret.' };
}
