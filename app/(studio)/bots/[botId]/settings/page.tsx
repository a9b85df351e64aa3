import { BotSettingsPage } from '@/components/studio/bots/bot-settings-page';

/** A bot's settings. */
export default function BotSettings() {
  return <BotSettingsPage />;
}
