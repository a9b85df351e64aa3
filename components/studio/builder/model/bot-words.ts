import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { listGlobalFunctions, type GlobalFunction } from '@/lib/engine/script/list-global-functions';
import type { DraftIntegration } from '@/lib/modules/draft/draft.contract';
import { listMentions } from '@/lib/modules/draft/mention.rules';

/** What a bot calls its things, for completion. */
export interface BotWords {
  /** Bot variables and slots as written between braces. */
  references: string[];
  variableNames: string[];
  responseVariables: string[];
  /** As `X.key`. */
  fieldNames: string[];
  interactionNames: string[];
  globalFunctions: GlobalFunction[];
}

/** Collects a bot's words from everything that it says and runs. */
export function listBotWords(content: BotContent, integrations: readonly DraftIntegration[]): BotWords {
  const mentions = listMentions(content, integrations);
  const named = (kind: 'variable' | 'slot') => [...new Set(mentions.flatMap(({ subject }) => (subject.kind === kind && subject.name !== '' ? [subject.name] : [])))].sort();
  const [variables, slots] = [named('variable'), named('slot')];
  return {
    references: [...variables.map((name) => `$botContext.${name}`), ...slots.map((name) => `$botContext.slot.${name}`)],
    variableNames: [...variables, ...slots.map((name) => `slot.${name}`)],
    responseVariables: integrations.map(({ definition }) => definition.responseVariable),
    fieldNames: integrations.flatMap(({ definition }) => definition.customDataFields.map(({ key }) => `${definition.responseVariable}.${key}`)),
    interactionNames: Object.values(content.interactions).map(({ name }) => name),
    globalFunctions: listGlobalFunctions(content.globalFunctions),
  };
}
