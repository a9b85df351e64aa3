'use client';

import { createContext, useContext } from 'react';

import type { Bot } from '@/lib/modules/bot/bot.schema';

/** The bot of the page, given by `BotGate`. */
export const BotContext = createContext<Bot | null>(null);

/** The bot that the page belongs to. Only below `BotGate`, which every page under `/bots/{botId}` is. */
export function useCurrentBot(): Bot {
  const bot = useContext(BotContext);
  if (!bot) throw new Error('useCurrentBot is used outside of a bot’s pages.');
  return bot;
}
