import { Fault } from '@/lib/engine/fault';
import type { botStore } from './bot.store';
import type { Bot, BotInput } from './bot.schema';

/**
 * Changes a bot that is still at the version the change is based on.
 * @throws Fault `bot/not-found`; `bot/changed-meanwhile` with the bot as it is now in `current`
 */
export async function updateBot(deps: { bots: ReturnType<typeof botStore> }, botId: string, change: BotInput & { version: number }): Promise<Bot> {
  const { version, ...input } = change;
  const updated = await deps.bots.update(botId, version, input);
  if (updated) return updated;
  const current = await deps.bots.get(botId);
  throw new Fault('conflict', 'bot/changed-meanwhile', 'Somebody else changed this bot since you opened it. Look at their version, then save again.', { extra: { current } });
}
