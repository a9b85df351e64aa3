import { defaultFilter } from 'cmdk';

import { commandsBySection, type Command } from '@/components/studio/frame/command-registry';

/**
 * The palette's commands for what was typed, under their headings: best match first, headings by their best match.
 * Without words all of them, with the page's own, which were registered last, first.
 */
export function findCommands(commands: readonly Command[], query: string): [section: string, commands: Command[]][] {
  const offered = commands.filter((command) => !command.isShortcutOnly);
  const words = query.trim();
  if (words === '') return commandsBySection(offered).toReversed();
  const matches = offered
    .map((command) => ({ command, score: matchScore(command, words) }))
    .filter(({ score }) => score >= weakestScore)
    .toSorted((a, b) => b.score - a.score);
  return commandsBySection(matches.map(({ command }) => command));
}

// Under this, the letters are merely somewhere in the label.
const weakestScore = 0.05;

function matchScore({ label, keywords = [] }: Command, words: string): number {
  return defaultFilter([label, ...keywords].join(' '), words, []) ?? 0;
}
