import { describe, expect, it } from 'vitest';

import type { Command } from '@/components/studio/frame/command-registry';
import { findCommands } from '@/components/studio/frame/find-commands';

const run = () => undefined;

const commands: Command[] = [
  { id: 'environments', label: 'Go to environments', section: 'Everywhere', run },
  { id: 'shortcuts', label: 'Show shortcuts', section: 'Everywhere', keywords: ['keyboard'], run },
  { id: 'focus', label: 'Go to the search field', section: 'Everywhere', isShortcutOnly: true, run },
  { id: 'run', label: 'Run integration', section: 'Integration', run },
];

describe('findCommands', () => {
  it.each([
    { query: '', found: ['run', 'environments', 'shortcuts'], why: 'without words the page on screen goes first' },
    { query: 'int', found: ['run'], why: 'letters scattered over a label are no match' },
    { query: 'env', found: ['environments'], why: 'the start of any word is a match' },
    { query: 'keyb', found: ['shortcuts'], why: 'keywords count' },
    { query: 'search field', found: [], why: 'what works by its keys only stays out' },
  ])('$why', ({ query, found }) => {
    const ids = findCommands(commands, query).flatMap(([, group]) => group.map(({ id }) => id));
    expect(ids).toEqual(found);
  });
});
