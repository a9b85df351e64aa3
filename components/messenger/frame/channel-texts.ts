import { chooseLanguage, findTag } from '@/components/messenger/words/choose-language';
import type { ChannelSettings, ChannelTexts } from '@/lib/modules/channel/channel.schema';

/** Settings as the messenger reads them. */
export type FrameSettings = Omit<ChannelSettings, 'allowedOrigins'>;

const noTexts: ChannelTexts = { title: '', subtitle: '', welcome: '', launcherLabel: '', placeholder: '', privacyNotice: '', webViewDone: '' };

/** The language that a channel speaks to a consumer. */
export function chooseChannelLanguage({ texts, defaultLanguage }: FrameSettings, { site, consumer }: { site: string | null; consumer: readonly string[] }): string {
  return chooseLanguage({ site, consumer, channel: Object.keys(texts), fallback: defaultLanguage });
}

/** What the channel says in a language, its own language's texts where it has none in this one. */
export function toChannelTexts({ texts, defaultLanguage }: FrameSettings, language: string): ChannelTexts {
  const tag = findTag(Object.keys(texts), language) ?? findTag(Object.keys(texts), defaultLanguage);
  return (tag === null ? undefined : texts[tag]) ?? noTexts;
}
