import { describe, expect, it } from 'vitest';

import { NO_PROGRESS, parseProgress, pickFirstToRun, withStepDone } from '@/components/studio/first-steps/first-steps-progress';

describe('progress of the first steps', () => {
  it.each([
    ['nothing kept', null],
    ['text that is no JSON', '{'],
    ['a step that no longer exists', '{"done":["tour"],"isDismissed":true}'],
    ['another shape', '[1]'],
  ])('%s counts as nothing done', (_, kept) => {
    expect(parseProgress(kept)).toEqual(NO_PROGRESS);
  });

  it('what was kept is read back', () => {
    const progress = { done: ['run', 'paste-curl'] as const, isDismissed: true };
    expect(parseProgress(JSON.stringify(progress))).toEqual(progress);
  });

  it('a step is done once, and doing it again changes nothing', () => {
    const once = withStepDone(NO_PROGRESS, 'map-field');
    expect(once).toEqual({ done: ['map-field'], isDismissed: false });
    expect(withStepDone(once, 'map-field')).toBe(once);
  });

  it('a step done after dismissing does not bring the list back', () => {
    expect(withStepDone({ done: [], isDismissed: true }, 'run').isDismissed).toBe(true);
  });
});

describe('the integration to try first', () => {
  const reader = { id: 'reader', method: 'GET', fieldKeys: ['a'] };
  const richReader = { id: 'rich', method: 'GET', fieldKeys: ['a', 'b'] };
  const writer = { id: 'writer', method: 'POST', fieldKeys: ['a', 'b', 'c'] };

  it('is the one with the most fields among those that only read', () => {
    expect(pickFirstToRun([reader, writer, richReader])).toBe(richReader);
  });

  it('is the first among equals', () => {
    expect(pickFirstToRun([reader, { ...reader, id: 'other' }])).toBe(reader);
  });

  it('is none when all of them write', () => {
    expect(pickFirstToRun([writer])).toBeNull();
  });
});
