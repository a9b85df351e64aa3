import type { BotSettings } from '@/lib/engine/program/bot-settings.schema';

/** Changes some of the settings; `label` is what undo calls it. */
export type PatchSettings = (label: string, parts: Partial<BotSettings>) => void;

/** Properties of the groups of a bot's settings. */
export type BotSettingsGroupProps = { settings: BotSettings; patch: PatchSettings };
