import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

/** The problems of one dialog, or of another part of the bot. */
export interface ProblemGroup {
  /** Names the part for React. */
  id: string;
  title: string;
  problems: DraftProblem[];
}

/** What of the bot gives groups their names and order. */
export type GroupedBot = Pick<BotContent, 'dialogIds' | 'dialogs'> & { integrationNames: ReadonlyMap<string, string> };

/** Problems by dialog in the bot's order, then by its other parts; within a dialog in the order of its interactions, errors first. */
export function groupProblemsByPart(problems: readonly DraftProblem[], bot: GroupedBot): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup & { rank: number }>();
  for (const problem of problems) {
    const part = findPart(problem, bot);
    const group = groups.get(part.id) ?? { ...part, problems: [] };
    groups.set(part.id, group);
    group.problems.push(problem);
  }
  return [...groups.values()]
    .sort((a, b) => a.rank - b.rank || a.title.localeCompare(b.title))
    .map(({ id, title, problems: own }) => ({ id, title, problems: sortByFlow(own, bot) }));
}

function findPart({ place }: DraftProblem, { dialogIds, dialogs, integrationNames }: GroupedBot): { id: string; title: string; rank: number } {
  const { dialogId, integrationId, intentId, entityId, field } = place;
  if (dialogId !== undefined) {
    const index = dialogIds.indexOf(dialogId);
    return { id: dialogId, title: dialogs[dialogId]?.name || 'Unnamed dialog', rank: index < 0 ? dialogIds.length : index };
  }
  const last = dialogIds.length;
  if (intentId !== undefined || entityId !== undefined) return { id: 'understanding', title: 'Intents & entities', rank: last + 1 };
  if (integrationId !== undefined) return { id: integrationId, title: `Integration ${integrationNames.get(integrationId) ?? ''}`.trim(), rank: last + 2 };
  if (field === 'globalFunctions') return { id: 'functions', title: 'Global functions', rank: last + 3 };
  return { id: 'settings', title: 'Bot', rank: last + 4 };
}

function sortByFlow(problems: readonly DraftProblem[], { dialogs }: GroupedBot): DraftProblem[] {
  const rank = ({ severity, place }: DraftProblem) => {
    const index = place.interactionId === undefined ? -1 : (dialogs[place.dialogId ?? '']?.interactionIds.indexOf(place.interactionId) ?? -1);
    return index * 2 + (severity === 'error' ? 0 : 1);
  };
  return problems.toSorted((a, b) => rank(a) - rank(b));
}
