'use client';

import { useDeferredValue, useMemo } from 'react';

import { useDraft } from '@/components/studio/draft/draft-context';
import { useRelease } from '@/lib/client/use-releases';
import { describeChanges, toComparedBot, type BotDifference, type ComparedBot } from '@/lib/modules/draft/describe-changes.rules';

/** One side of a comparison: the draft, or a release by its id. */
export type ComparedSide = 'draft' | (string & {});

/** How a comparison is coming along. */
export type Comparison = { kind: 'loading' } | { kind: 'failed'; error: Error; retry: () => void } | { kind: 'compared'; differences: BotDifference[] };

/** What differs between two releases, or a release and the draft; null as `before` compares nothing. */
export function useComparison(botId: string, before: ComparedSide | null, after: ComparedSide): Comparison | null {
  const left = useSide(botId, before);
  const right = useSide(botId, after);
  const [leftBot, rightBot] = [left.bot, right.bot];
  const differences = useMemo(() => (leftBot && rightBot ? describeChanges(leftBot, rightBot) : null), [leftBot, rightBot]);
  if (before === null) return null;
  const failed = [left, right].find(({ error }) => error !== null);
  if (failed?.error) return { kind: 'failed', error: failed.error, retry: failed.retry };
  return differences ? { kind: 'compared', differences } : { kind: 'loading' };
}

interface Side {
  bot: ComparedBot | null;
  error: Error | null;
  retry: () => void;
}

function useSide(botId: string, side: ComparedSide | null): Side {
  const draft = useDraft();
  const release = useRelease(botId, side === 'draft' ? null : side);
  const content = useDeferredValue(draft.content);
  const { surroundings } = draft;
  const program = release.data?.program;
  const bot = useMemo<ComparedBot | null>(() => {
    if (side === 'draft') return surroundings && { content, integrations: surroundings.integrations };
    return program ? toComparedBot(program) : null;
  }, [side, content, surroundings, program]);
  return { bot, error: side === 'draft' ? null : release.error, retry: () => void release.refetch() };
}
