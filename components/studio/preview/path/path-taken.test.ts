import { describe, expect, it } from 'vitest';
import { collectPath } from './path-taken';

describe('collectPath', () => {
  it('holds what the turn went through, not what was only tried or skipped', () => {
    const path = collectPath([
      { kind: 'starter-tried', dialogId: 'other', by: 'pattern', matched: false, reason: '' },
      { kind: 'dialog-entered', dialogId: 'd', reason: 'starter' },
      { kind: 'interaction-skipped', interactionId: 'off', reason: 'disabled' },
      { kind: 'rule-tried', interactionId: 'q', ruleId: 'no', matched: false, reason: '' },
      { kind: 'rule-tried', interactionId: 'q', ruleId: 'yes', matched: true, reason: '' },
      { kind: 'interaction-entered', interactionId: 'a' },
    ]);
    expect(path).toEqual({ dialogIds: new Set(['d']), interactionIds: new Set(['q', 'a']), ruleIds: new Set(['yes']), lastInteractionId: 'a' });
  });
});
