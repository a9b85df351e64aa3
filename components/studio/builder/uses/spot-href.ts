import { toBuilderHref, type BuilderTab } from '@/components/studio/builder/builder-href';
import { toUnderstandingHref } from '@/components/studio/understanding/understanding-choice';
import type { DraftSpot } from '@/lib/modules/draft/problem.schema';

/** The page on which a place of the bot is edited. */
export function toSpotHref(botId: string, spot: DraftSpot): string {
  const base = `/bots/${encodeURIComponent(botId)}`;
  if (spot.integrationId !== undefined) return `${base}/integrations/${encodeURIComponent(spot.integrationId)}`;
  if (spot.intentId !== undefined) return toUnderstandingHref(botId, { kind: 'intent', id: spot.intentId });
  if (spot.entityId !== undefined) return toUnderstandingHref(botId, { kind: 'entity', id: spot.entityId });
  if (spot.dialogId !== undefined) return toBuilderHref(botId, { dialogId: spot.dialogId, interactionId: spot.interactionId, tab: toSpotTab(spot) });
  return spot.field === 'globalFunctions' ? `${base}/functions` : `${base}/settings`;
}

/** The tab of an interaction's settings on which a place is edited. */
export function toSpotTab({ ruleId, field }: DraftSpot): BuilderTab {
  if (ruleId !== undefined || field === 'rules' || field?.startsWith('rules.')) return 'rules';
  if (field === 'preProcess' || field === 'postProcess' || field === 'processUserResponse') return 'code';
  return field === 'next' || field?.startsWith('next.') ? 'next' : 'basics';
}
