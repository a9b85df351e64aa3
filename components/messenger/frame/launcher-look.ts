import type { FrameSettings } from '@/components/messenger/frame/channel-texts';
import { toInk } from '@/components/messenger/theme/accent-colors';
import type { MessengerLocale } from '@/components/messenger/words/messenger-locale';
import type { LauncherLook } from '@/lib/messenger/frame-protocol';
import type { ChannelTexts } from '@/lib/modules/channel/channel.schema';

/** How the loader shows the launcher of a channel. */
export function toLauncherLook({ appearance }: FrameSettings, texts: ChannelTexts, { words, direction }: MessengerLocale): LauncherLook {
  const { colorScheme, accent, launcherIcon, logoUrl, position, offsetX, offsetY } = appearance;
  return {
    scheme: colorScheme,
    accent,
    accentInk: toInk(accent),
    // Without a logo there is nothing to show in its place.
    icon: launcherIcon === 'logo' && logoUrl === '' ? 'chat' : launcherIcon,
    logoUrl,
    position,
    offsetX,
    offsetY,
    label: texts.launcherLabel,
    welcome: texts.welcome,
    openLabel: words.openMessenger,
    closeLabel: words.closeMessenger,
    dismissLabel: words.dismiss,
    direction,
  };
}
