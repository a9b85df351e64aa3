import { describe, expect, it } from 'vitest';
import { readMetadata } from './read-metadata';

describe('metadata as it is written', () => {
  it.each([
    ['nothing', ' ', []],
    ['a list', '[{"type":"ExternalId","id":"7"}, 1]', [{ type: 'ExternalId', id: '7' }, 1]],
    ['one entry without brackets', '{"type":"ExternalId"}', [{ type: 'ExternalId' }]],
  ])('%s is taken', (_, text, metadata) => {
    expect(readMetadata(text)).toEqual({ kind: 'valid', metadata });
  });

  it.each([
    ['what is no JSON', '[{"type":', 'not valid JSON'],
    ['more than twenty entries', JSON.stringify(Array.from({ length: 21 }, () => 1)), 'at most 20'],
  ])('%s is told and not taken', (_, text, problem) => {
    expect(readMetadata(text)).toEqual({ kind: 'invalid', problem: expect.stringContaining(problem) });
  });
});
