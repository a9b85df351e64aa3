'use client';

import { useEffect, useMemo, useState, type ReactNode } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { KnowledgeContext, type BotKnowledge } from '@/components/studio/builder/knowledge-context';
import { listBotWords } from '@/components/studio/builder/model/bot-words';
import { buildVariableOptions } from '@/components/studio/designer/variables/build-variable-options';
import { findUnknownVariables } from '@/components/studio/designer/variables/find-unknown-variables';
import { useDraft } from '@/components/studio/draft/draft-context';
import { useEnvironment } from '@/lib/client/use-environments';
import { buildConversationTypes } from '@/lib/engine/script/conversation-types';

const QUIET_MS = 500;

/** Gives texts and scripts below what they can refer to; follows the draft a moment after the last change. */
export function KnowledgeProvider({ children }: { children: ReactNode }) {
  const bot = useCurrentBot();
  const { content, surroundings } = useDraft();
  const settled = useSettled(content, QUIET_MS);
  const answered = useEnvironment(bot.environmentId).data;
  const environment = bot.environmentId === null ? null : answered;
  const words = useMemo(() => listBotWords(settled, surroundings?.integrations ?? []), [settled, surroundings]);
  const knowledge = useMemo<BotKnowledge>(() => {
    const integrations = surroundings?.integrations.map(({ definition }) => ({
      name: definition.name,
      responseVariable: definition.responseVariable,
      fieldKeys: definition.customDataFields.map(({ key }) => key),
    }));
    return {
      variables: buildVariableOptions({ environment, integrations, seenReferences: words.references, setNames: [], testValues: {} }),
      findUnknown: (text) => findUnknownVariables(text, { environment, integrations }),
      declarations: buildConversationTypes({ ...words, environmentKeys: surroundings?.environmentKeys ?? [] }),
    };
  }, [surroundings, environment, words]);
  return <KnowledgeContext value={knowledge}>{children}</KnowledgeContext>;
}

function useSettled<Value>(value: Value, delayMs: number): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return settled;
}
