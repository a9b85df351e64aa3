import { describe, expect, it } from 'vitest';
import type { Unpublished } from '@/components/studio/releases/use-unpublished';
import type { BotDifference } from '@/lib/modules/draft/describe-changes.rules';
import type { ReleaseSummary } from '@/lib/modules/release/release.contract';
import { describeUnpublished, explainBlock } from './publish-state';

const live: ReleaseSummary = { id: 'r2', number: 2, note: '', createdAt: '2025-03-01T12:00:00.000Z', createdByName: 'Ada', isLive: true };
const difference: BotDifference = { kind: 'changed', what: 'dialog', title: '“Welcome”', place: { dialogId: 'welcome' }, fields: [] };
const saved = { problems: [], saveState: 'saved' } as const;

describe('what publishing would do', () => {
  it.each<[string, Unpublished, string | null, string]>([
    ['never published', { live: undefined, differences: null }, null, 'Consumers talk to a release, not to the draft. The first one makes the bot answer.'],
    ['not compared yet', { live, differences: null }, null, 'Release 2 is live.'],
    ['nothing changed', { live, differences: [] }, 'There is nothing to publish.', 'Nothing changed since release 2, which is live.'],
    ['one change', { live, differences: [difference] }, null, '1 thing changed since release 2, which is live.'],
    ['two changes', { live, differences: [difference, difference] }, null, '2 things changed since release 2, which is live.'],
  ])('%s', (_case, unpublished, block, words) => {
    expect(explainBlock(saved, unpublished)).toBe(block);
    expect(describeUnpublished(unpublished)).toBe(words);
  });

  it('tells first what has to be mended', () => {
    const error = { severity: 'error', code: 'interaction/no-text', message: '“Greeting” has no text.', place: {} } as const;
    expect(explainBlock({ problems: [error], saveState: 'saved' }, { live, differences: [] })).toBe('1 problem has to be fixed first.');
  });
});
