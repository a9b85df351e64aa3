import { diffArrays } from 'diff';
import type { Message } from '@/lib/engine/messages/message.schema';
import type { Said, SaidDifference } from './replay.schema';

/** What the bot said in a turn, in order: the consumer's own messages and those of people are left out. */
export function toSaid(messages: readonly Message[]): Said[] {
  return messages
    .filter((message) => message.actor.kind === 'bot' || message.actor.kind === 'system')
    .map(({ visibility, parts, plainText, interactionId }) => ({ visibility, parts, plainText, interactionId }));
}

/**
 * Compares what was said with what is said now, message by message in order. Only what the consumer sees counts: that a
 * different interaction says the same words is no difference.
 */
export function compareSaid(before: readonly Said[], after: readonly Said[]): SaidDifference[] {
  const differences: SaidDifference[] = [];
  let missing: Said[] = [];
  const settleMissing = () => {
    for (const said of missing) differences.push({ kind: 'missing', before: said, after: null });
    missing = [];
  };
  for (const change of diffArrays([...before], [...after], { comparator: looksTheSame })) {
    if (change.removed) missing = change.value;
    else if (change.added) {
      for (const said of change.value) {
        const replaced = missing.shift();
        differences.push(replaced ? { kind: 'changed', before: replaced, after: said } : { kind: 'added', before: null, after: said });
      }
    } else {
      settleMissing();
      for (const said of change.value) differences.push({ kind: 'same', before: said, after: said });
    }
  }
  settleMissing();
  return differences;
}

function looksTheSame(one: Said, other: Said): boolean {
  return one.visibility === other.visibility && JSON.stringify(one.parts) === JSON.stringify(other.parts);
}
