'use client';

import { useState } from 'react';

import { buildBotNames, type BotNames } from '@/components/studio/builder/model/bot-names';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';

/** The names of a bot's things; the same object until one of them changes, so that typing a text redraws no other card. */
export function useBotNames(content: BotContent): BotNames {
  const [known, setKnown] = useState(() => ({ content, names: buildBotNames(content) }));
  if (known.content === content) return known.names;
  const names = buildBotNames(content);
  const next = { content, names: isSameJson(names, known.names) ? known.names : names };
  setKnown(next);
  return next.names;
}
