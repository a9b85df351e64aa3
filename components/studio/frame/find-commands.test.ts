import { describe, expect, it } from 'vitest';

import type { Command } from '@/components/studio/frame/command-registry';
import { findCommands } from '@/components/studio/frame/find-commands';

const commands: Command[] = [
  command('environments', 'Go to environments', 'Everywhere'),
  command('shortcuts', 'Show shortcuts', 'Everywhere', { keywords: ['keyboard'] }),
  command('focus', 'Go to the search field', 'Everywhere', { isShortcutOnly: true }),
  command('run', 'Run integration', 'Integration'),
];

describe('findCommands', () => {
  it.each([
    { query: '', found: ['run', 'environments', 'shortcuts'], why: 'without words the page on screen goes first' },
    { query: 'int', found: ['run', 'environments'], why: 'the start of a word beats scattered letters' },
    { query: 'keyb', found: ['shortcuts'], why: 'keywords count' },
    { query: 'search field', found: [], why: 'what works by its keys only stays out' },
  ])('$why', ({ query, found }) => {
    const ids = findCommands(commands, query).flatMap(([, group]) => group.map(({ id }) => id));
    expect(ids).toEqual(found);
  });
});

function command(id: string, label: string, section: string, more: Partial<Command> = {}): Command {
  return { id, label, section, run: () => undefined, ...more };
}
