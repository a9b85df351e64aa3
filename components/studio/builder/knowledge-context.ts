'use client';

import { createContext, useContext } from 'react';

import type { UnknownSpan, VariableOption } from '@/components/studio/editors/template/variable-option';

/** What texts and scripts of the bot can refer to. */
export interface BotKnowledge {
  /** For completion after `{`. */
  variables: readonly VariableOption[];
  findUnknown: (text: string) => readonly UnknownSpan[];
  /** TypeScript declarations for code panels. */
  declarations: string;
}

/** What texts and scripts of the bot can refer to, given by `KnowledgeProvider`. */
export const KnowledgeContext = createContext<BotKnowledge>({ variables: [], findUnknown: () => [], declarations: '' });

/** What texts and scripts of the bot can refer to. */
export function useBotKnowledge(): BotKnowledge {
  return useContext(KnowledgeContext);
}
