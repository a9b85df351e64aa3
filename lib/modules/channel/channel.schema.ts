import { z } from 'zod';

const text = (max: number) => z.string().trim().max(max, `Use at most ${max.toLocaleString('en')} characters.`);

/** A language as browsers name it: `en`, `de-CH`. Source: RFC 5646, the forms in common use. */
export const languageTagSchema = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'Write a language such as en or de-CH.');

const colorSchema = z.string().trim().toLowerCase().regex(/^#[0-9a-f]{6}$/, 'Write a colour such as #0a5bd3.');

const originSchema = z
  .string()
  .trim()
  .transform((written) => written.toLowerCase().replace(/\/$/, ''))
  // It stands in a Content-Security-Policy, where other characters would mean something. An asterisk stands for any name before a dot.
  .refine((origin) => /^https?:\/\/[a-z0-9.*:[\]-]+$/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin, 'Write an origin such as https://shop.example, without a path.');

const webAddressSchema = text(2_000).refine((url) => url === '' || (/^https?:\/\//i.test(url) && URL.canParse(url)), 'Write an address that begins with https:// or http://.');

const wholeNumber = (min: number, max: number) => {
  const message = `Enter a whole number from ${min.toLocaleString('en')} to ${max.toLocaleString('en')}.`;
  return z.number(message).int(message).min(min, message).max(max, message);
};

/** What a channel says in one language. An empty text means the messenger's own words, or nothing where it has none. */
export const channelTextsSchema = z.object({
  /** In the header. Empty: the bot's name. */
  title: text(80).default(''),
  /** Below the title, for example the business hours. */
  subtitle: text(200).default(''),
  /** In a bubble beside the launcher, and over an empty conversation. */
  welcome: text(1_000).default(''),
  /** On the launcher, beside its icon. Empty: the icon alone. */
  launcherLabel: text(40).default(''),
  /** In the empty field. */
  placeholder: text(80).default(''),
  /** What must be accepted before the first message. Empty: nothing must. */
  privacyNotice: text(4_000).default(''),
  /** In the thread, once a page has posted. */
  webViewDone: text(200).default(''),
});
export type ChannelTexts = z.infer<typeof channelTextsSchema>;

/** How a messenger looks and behaves. */
export const channelSettingsSchema = z.object({
  appearance: z
    .object({
      /** Of the launcher, the header, the consumer's bubbles and the buttons; the text upon it is black or white, whichever is read better. */
      accent: colorSchema.default('#2457d6'),
      colorScheme: z.enum(['auto', 'light', 'dark']).default('auto'),
      logoUrl: webAddressSchema.default(''),
      position: z.enum(['right', 'left']).default('right'),
      /** Pixels from the edges of the window. */
      offsetX: wholeNumber(0, 400).default(20),
      offsetY: wholeNumber(0, 400).default(20),
      launcherIcon: z.enum(['chat', 'question', 'logo']).default('chat'),
    })
    .prefault({}),
  /** Used when none of the consumer's languages has texts. */
  defaultLanguage: languageTagSchema.default('en'),
  /** By language. */
  texts: z.record(languageTagSchema, channelTextsSchema).default({}),
  /** Further reading about privacy; linked below the notice. */
  privacyUrl: webAddressSchema.default(''),
  /** Origins of sites that may show the messenger; empty: any. */
  allowedOrigins: z.array(originSchema).max(100, 'Use at most 100 origins.').default([]),
  /** `on-open`: the bot greets as soon as the messenger is opened; `on-message`: it waits to be spoken to. */
  begins: z.enum(['on-open', 'on-message']).default('on-open'),
  features: z
    .object({
      /** Consumers may send files at any time; a question for a file always takes one. */
      attachments: z.boolean().default(true),
      emoji: z.boolean().default(true),
      transcript: z.boolean().default(true),
      startOver: z.boolean().default(true),
      /** Several conversations, and the list of earlier ones. */
      conversationList: z.boolean().default(true),
    })
    .prefault({}),
  /** Extensions of files that may be sent; empty: any. */
  fileTypes: z.array(z.string().trim().toLowerCase().regex(/^\.?[a-z0-9]{1,10}$/, 'Write an extension such as pdf.').transform((type) => type.replace(/^\./, ''))).max(50, 'Use at most 50 types.').default([]),
  fileMegabytesMax: wholeNumber(1, 25).default(10),
});
export type ChannelSettings = z.infer<typeof channelSettingsSchema>;

export const channelNameSchema = z.string().trim().min(1, 'Enter a name.').max(100, 'Use at most 100 characters.');

/** A messenger that sites embed. */
export const channelSchema = z.object({
  /** Public: it stands in the sites' pages. */
  id: z.string(),
  name: channelNameSchema,
  botId: z.string(),
  botName: z.string(),
  /** Whether the bot has a live release; without one nobody can talk to it. */
  isBotLive: z.boolean(),
  settings: channelSettingsSchema,
  /** Whether there is a secret that sites sign identities with. It is shown once, when it is made. */
  hasIdentitySecret: z.boolean(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Channel = z.infer<typeof channelSchema>;

/** What somebody who edits a channel sends. */
export const channelInputSchema = z.object({ name: channelNameSchema, botId: z.string().min(1, 'Choose a bot.'), settings: channelSettingsSchema.prefault({}) });
export type ChannelInput = z.infer<typeof channelInputSchema>;
