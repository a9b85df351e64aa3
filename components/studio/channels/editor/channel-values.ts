import type { z } from 'zod';

import type { ConflictRow } from '@/components/ui/conflict-dialog';
import { channelInputSchema, channelTextsSchema, type Channel, type ChannelSettings, type ChannelTexts } from '@/lib/modules/channel/channel.schema';

/** What the editor holds: lists as they are typed. */
export type ChannelValues = {
  name: string;
  botId: string;
  settings: Omit<ChannelSettings, 'allowedOrigins' | 'fileTypes'>;
  /** One a line. */
  origins: string;
  /** With commas or blanks between them. */
  fileTypes: string;
};

/** A channel's text that nobody has written yet. */
export const noTexts: ChannelTexts = channelTextsSchema.parse({});

/** A channel as the editor shows it; its own language always has texts to fill in. */
export function toChannelValues({ name, botId, settings }: Pick<Channel, 'name' | 'botId' | 'settings'>): ChannelValues {
  const { allowedOrigins, fileTypes, ...rest } = settings;
  const texts = settings.defaultLanguage in settings.texts ? settings.texts : { [settings.defaultLanguage]: noTexts, ...settings.texts };
  return { name, botId, settings: { ...rest, texts }, origins: allowedOrigins.join('\n'), fileTypes: fileTypes.join(', ') };
}

/** What the editor sends. */
export function toChannelInput({ name, botId, settings, origins, fileTypes }: ChannelValues): z.input<typeof channelInputSchema> {
  return { name, botId, settings: { ...settings, allowedOrigins: toWords(origins, '\n'), fileTypes: toWords(fileTypes, /[\s,;]+/) } };
}

/** The parts of a typed list that say something. */
export function toWords(text: string, separator: string | RegExp): string[] {
  return text
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** The language whose texts are wrong; null when none are. */
export function findWrongLanguage(values: ChannelValues): string | null {
  const parsed = channelInputSchema.safeParse(toChannelInput(values));
  const issue = parsed.error?.issues.find(({ path }) => path[0] === 'settings' && path[1] === 'texts');
  return typeof issue?.path[2] === 'string' ? issue.path[2] : null;
}

/** What wrong words a list has, in a sentence; undefined when none. */
export function describeListProblems(issues: readonly { path: readonly PropertyKey[]; message: string }[], field: string, words: readonly string[]): string | undefined {
  const problems = issues.flatMap(({ path, message }) => {
    if (path[0] !== 'settings' || path[1] !== field) return [];
    return [typeof path[2] === 'number' ? `${words[path[2]] ?? ''}: ${message}` : message];
  });
  return problems.length > 1 ? `${problems[0]} And ${problems.length - 1} more.` : problems[0];
}

/** Both versions, by what differs. */
export function toChannelConflict(mine: ChannelValues, theirs: Channel, botName: (botId: string) => string): ConflictRow[] {
  const [own, other] = [mine, toChannelValues(theirs)].map((values) => new Map(describe(values, botName)));
  const labels = new Set([...(own?.keys() ?? []), ...(other?.keys() ?? [])]);
  return [...labels].map((label) => ({ label, mine: own?.get(label) ?? null, theirs: other?.get(label) ?? null }));
}

function describe({ name, botId, settings, origins, fileTypes }: ChannelValues, botName: (botId: string) => string): [label: string, text: string][] {
  const { appearance, texts, features } = settings;
  return [
    ['Name', name],
    ['Bot', botName(botId)],
    ...Object.entries(appearance).map(([key, value]): [string, string] => [appearanceLabels[key as keyof typeof appearance], String(value)]),
    ['Language of its own', settings.defaultLanguage],
    ...Object.entries(texts).flatMap(([language, own]) => Object.entries(own).map(([key, value]): [string, string] => [`${textLabels[key as keyof ChannelTexts]} (${language})`, value])),
    ['Privacy page', settings.privacyUrl],
    ['Begins', settings.begins === 'on-open' ? 'when opened' : 'with the consumer’s message'],
    ...Object.entries(features).map(([key, value]): [string, string] => [featureLabels[key as keyof typeof features].label, value ? 'on' : 'off']),
    ['File types', fileTypes || 'any'],
    ['Largest file', `${settings.fileMegabytesMax} MB`],
    ['Allowed origins', origins || 'any'],
  ];
}

/** Names of the parts of the appearance. */
const appearanceLabels: Record<keyof ChannelSettings['appearance'], string> = {
  accent: 'Accent',
  colorScheme: 'Colour scheme',
  logoUrl: 'Logo',
  position: 'Position',
  offsetX: 'Distance from the side',
  offsetY: 'Distance from the bottom',
  launcherIcon: 'Icon of the launcher',
};

/** Names of the texts, in the order in which they are asked for. */
export const textLabels: Record<keyof ChannelTexts, string> = {
  title: 'Title',
  subtitle: 'Subtitle',
  welcome: 'Welcome message',
  launcherLabel: 'Label of the launcher',
  placeholder: 'Placeholder of the message field',
  privacyNotice: 'Privacy notice',
  webViewDone: 'When a page has posted',
};

/** What consumers may be offered, in the order in which it is asked for. */
export const featureLabels: Record<keyof ChannelSettings['features'], { label: string; hint: string }> = {
  attachments: { label: 'Send files at any time', hint: 'A question for a file takes one in any case.' },
  emoji: { label: 'Emoji', hint: 'A button beside the message field.' },
  transcript: { label: 'Transcript', hint: 'To save, or by mail where the server can send mail.' },
  startOver: { label: 'Start over', hint: 'Ends the conversation and begins another.' },
  conversationList: { label: 'List of conversations', hint: 'Earlier ones, and several at once.' },
};
