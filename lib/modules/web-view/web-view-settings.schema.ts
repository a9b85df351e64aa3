import { z } from 'zod';

/** Kinds of value that a page may write. Values are kept as text; this says which texts are accepted. */
export const webViewVariableTypeSchema = z.enum(['text', 'number', 'boolean', 'date']);
export type WebViewVariableType = z.infer<typeof webViewVariableTypeSchema>;

const originSchema = z
  .string()
  .trim()
  .transform(toOrigin)
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'Write an origin such as https://shop.example, without a path.');

/** As browsers write it in the header Origin: letters of the host in ASCII, without the scheme's own port. What has more than an origin stays. */
function toOrigin(text: string): string {
  if (!URL.canParse(text)) return text;
  const { origin, href } = new URL(text);
  return href === `${origin}/` ? origin : text;
}

/** A page's address: absolute, or of this server. Blanks inside are written as URL parsers read them, so that what begins with it can be opened. */
const pageUrlSchema = z
  .string()
  .trim()
  .overwrite((text) => text.replace(/[\u0000-\u0020\u007f]/g, encodeURIComponent))
  .max(2_000, 'Use at most 2,000 characters.')
  .refine((text) => text === '' || /^\/(?!\/)/.test(text) || (/^https?:\/\//i.test(text) && URL.canParse(text)), 'Write an address that begins with https:// or http://, or with / for this server.');

const wholeNumber = (min: number, max: number) => {
  const message = `Enter a whole number from ${min.toLocaleString('en')} to ${max.toLocaleString('en')}.`;
  return z.number(message).int(message).min(min, message).max(max, message);
};

/** How pages may write into a bot's conversations. */
export const webViewSettingsSchema = z.object({
  /**
   * `compatible` accepts the reference's hash, which holds no secret: whoever knows the ids of a conversation may write into it.
   * `signed` accepts only links that Parley signed.
   */
  mode: z.enum(['compatible', 'signed']).default('compatible'),
  /** The page that `{$webViewUrl}` leads to; empty: none. */
  pageUrl: pageUrlSchema.default(''),
  /** How long a signed link is good. */
  tokenLifeMinutes: wholeNumber(1, 10_080).default(60),
  /** Whether a signed link takes one post only. */
  isTokenSingleUse: z.boolean().default(true),
  /** Variables that a page may write; null: any. */
  variables: z
    .array(z.object({ name: z.string().trim().min(1, 'Enter a name.').max(200, 'Use at most 200 characters.'), type: webViewVariableTypeSchema }))
    .max(200, 'Use at most 200 variables.')
    .nullable()
    .default(null),
  /** Origins of pages that may post from a browser; empty: any. Servers send no origin and are not concerned. */
  allowedOrigins: z.array(originSchema).max(100, 'Use at most 100 origins.').default([]),
  postsPerMinute: wholeNumber(1, 1_000_000).default(6_000),
  /** A message counts only so long after the consumer's latest one; null: always. Source: conversation-builder reference, section 4.1. */
  messageWithinHours: wholeNumber(1, 8_760).nullable().default(24),
});
export type WebViewSettings = z.infer<typeof webViewSettingsSchema>;

/** Of a bot whose settings nobody touched. */
export const DEFAULT_WEB_VIEW_SETTINGS: WebViewSettings = webViewSettingsSchema.parse({});

/** Settings as they are kept; version 0: never saved. */
export const storedWebViewSettingsSchema = z.object({ settings: webViewSettingsSchema, version: z.number().int() });
export type StoredWebViewSettings = z.infer<typeof storedWebViewSettingsSchema>;
