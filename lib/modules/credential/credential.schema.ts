import { z } from 'zod';

const nameSchema = z.string().trim().min(1, 'Enter a name.').max(120, 'Use at most 120 characters.');

// A control character in a header would let its value end the header and begin another (RFC 9110, section 5.5).
const withoutControls = (max: number) =>
  z
    .string()
    .max(max, `Use at most ${max.toLocaleString('en')} characters.`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Use no line breaks or other control characters.');
const headerText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Use at most ${max.toLocaleString('en')} characters.`)
    .regex(/^[\x20-\x7e]*$/, 'Use only letters, digits and signs of the English keyboard, without line breaks.');

/** Headers that describe the connection or the message's length: setting them would break or smuggle requests. */
const RESERVED_HEADERS = new Set(
  'connection content-length expect host keep-alive proxy-authorization proxy-connection te trailer transfer-encoding upgrade'.split(' '),
);

const apiKeyNameSchema = z
  .string()
  .trim()
  .min(1, 'Enter the name of the header or parameter.')
  .max(200, 'Use at most 200 characters.')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Use no line breaks or other control characters.');

/** Address of a token endpoint. Source: RFC 6749, section 3.2 (no fragment). */
const tokenUrlSchema = z
  .string()
  .trim()
  .min(1, 'Enter the token URL.')
  .max(2_000, 'Use at most 2,000 characters.')
  .superRefine((text, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    if (!URL.canParse(text)) return refuse('Enter a whole address, for example https://login.example.com/oauth/token.');
    const url = new URL(text);
    if (!/^https?:$/.test(url.protocol)) return refuse('Begin with https:// or http://.');
    if (url.username || url.password) return refuse('Leave the user name and password out of the address; enter them below.');
    if (text.includes('#')) return refuse('Leave out “#” and what follows it.');
  });

const basicFields = {
  kind: z.literal('basic'),
  /** Source: RFC 7617, section 2 (no colon in a user name). */
  userName: withoutControls(1_000).min(1, 'Enter a user name.').regex(/^[^:]*$/, 'A user name can’t hold a colon.'),
};
const accessTokenFields = {
  kind: z.literal('access-token'),
  /** Stands before the token, `Bearer` as a rule; empty sends the token alone. */
  tokenType: headerText(100).default('Bearer'),
};
const apiKeyFields = { kind: z.literal('api-key'), in: z.enum(['header', 'query']), name: apiKeyNameSchema };
const oauthFields = {
  kind: z.literal('oauth-client-credentials'),
  tokenUrl: tokenUrlSchema,
  clientId: headerText(1_000).min(1, 'Enter the client id.'),
  /** Scopes with blanks between them; empty asks for the server's default. */
  scope: headerText(4_000).default(''),
  /** For servers that issue tokens for several APIs; empty leaves it out. */
  audience: withoutControls(2_000).trim().default(''),
  /** Where the client id and secret go. Source: RFC 6749, section 2.3.1. */
  secretIn: z.enum(['header', 'body']).default('header'),
};

const passwordText = withoutControls(4_000);
const tokenText = headerText(16_000);
const apiKeyText = withoutControls(8_000);
/** Source: RFC 6749, appendix A.2. */
const clientSecretText = headerText(4_000);

type Refined = { kind: string; in?: 'header' | 'query'; name?: string; value?: string };

/** What can only be judged with two fields in hand: the place of an API key decides what its name and value may hold. */
function checkApiKey(settings: Refined, context: z.RefinementCtx<Refined>): void {
  if (settings.kind !== 'api-key' || settings.in !== 'header') return;
  const { name = '', value = '' } = settings;
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
    context.addIssue({ code: 'custom', path: ['name'], message: 'A header name holds letters, digits and hyphens, no blanks or colons.' });
  } else if (RESERVED_HEADERS.has(name.toLowerCase())) {
    context.addIssue({ code: 'custom', path: ['name'], message: `“${name}” belongs to the connection and can’t carry a key.` });
  }
  if (!/^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$|^$/.test(value)) {
    context.addIssue({
      code: 'custom',
      path: ['value'],
      message: 'In a header, use only letters, digits and signs of the English keyboard, no blank at either end.',
    });
  }
}

/** A credential's settings with its secret. Leaves the server only as a request's authorisation. Source: conversation-builder reference, section 3. */
export const credentialSettingsSchema = z
  .discriminatedUnion('kind', [
    z.object({ ...basicFields, password: passwordText }),
    z.object({ ...accessTokenFields, token: tokenText.min(1, 'Enter the access token.') }),
    z.object({ ...apiKeyFields, value: apiKeyText.min(1, 'Enter the key.') }),
    z.object({ ...oauthFields, clientSecret: clientSecretText.min(1, 'Enter the client secret.') }),
  ])
  .superRefine(checkApiKey);
export type CredentialSettings = z.infer<typeof credentialSettingsSchema>;
export type CredentialKind = CredentialSettings['kind'];
export type OAuthSettings = Extract<CredentialSettings, { kind: 'oauth-client-credentials' }>;

/** The same when changed: a secret left out or empty stays as it was. */
const credentialSettingsUpdateSchema = z
  .discriminatedUnion('kind', [
    z.object({ ...basicFields, password: passwordText.default('') }),
    z.object({ ...accessTokenFields, token: tokenText.default('') }),
    z.object({ ...apiKeyFields, value: apiKeyText.default('') }),
    z.object({ ...oauthFields, clientSecret: clientSecretText.default('') }),
  ])
  .superRefine(checkApiKey);
export type CredentialSettingsUpdate = z.infer<typeof credentialSettingsUpdateSchema>;

/** The settings without the secret: what is shown, and stored in the clear. Parsing whole settings with it drops the secret. */
export const credentialPublicSettingsSchema = z.discriminatedUnion('kind', [
  z.object(basicFields),
  z.object(accessTokenFields),
  z.object(apiKeyFields),
  z.object(oauthFields),
]);
export type CredentialPublicSettings = z.infer<typeof credentialPublicSettingsSchema>;

/** Which field of the settings is the secret. */
export const SECRET_FIELD_BY_KIND = {
  basic: 'password',
  'access-token': 'token',
  'api-key': 'value',
  'oauth-client-credentials': 'clientSecret',
} as const satisfies Record<CredentialKind, string>;

/** A new credential. */
export const credentialInputSchema = z.object({ name: nameSchema, settings: credentialSettingsSchema });
export type CredentialInput = z.infer<typeof credentialInputSchema>;

/** A changed credential. `version` is the one that the change was made from. */
export const credentialUpdateSchema = z.object({
  name: nameSchema,
  settings: credentialSettingsUpdateSchema,
  version: z.number().int(),
});
export type CredentialUpdate = z.infer<typeof credentialUpdateSchema>;

/** Who uses a credential. */
export const credentialUseSchema = z.object({
  integrationId: z.string(),
  integrationName: z.string(),
  botId: z.string(),
  botName: z.string(),
});
export type CredentialUse = z.infer<typeof credentialUseSchema>;

/** A credential as the API shows it: never its secret. */
export const credentialViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  settings: credentialPublicSettingsSchema,
  hasSecret: z.boolean(),
  usedByCount: z.number().int().min(0),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type CredentialView = z.infer<typeof credentialViewSchema>;

/** One credential with the integrations that use it, by bot and name. */
export const credentialDetailSchema = credentialViewSchema.extend({ usedBy: z.array(credentialUseSchema) });
export type CredentialDetail = z.infer<typeof credentialDetailSchema>;

/** What the “test” button of an OAuth credential shows. The answer's secrets are masked. */
export const credentialTestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('token'), status: z.number(), durationMs: z.number(), answer: z.json() }),
  z.object({
    kind: z.literal('failed'),
    /** Null when no answer came. */
    status: z.number().nullable(),
    durationMs: z.number(),
    reason: z.string(),
    answer: z.json().nullable(),
  }),
]);
export type CredentialTest = z.infer<typeof credentialTestSchema>;
