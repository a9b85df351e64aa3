import type { SaidDifference, TurnComparison } from '@/lib/modules/replay/replay.schema';
import type { BotTestResult } from './bot-test.schema';

/** A result as lines for a terminal: one for the test, and for each turn that differs what was expected and what came. */
export function describeResult(name: string, result: BotTestResult): string[] {
  const head = `${result.passed ? '✓' : '✗'} ${name} (${result.turns.length} ${result.turns.length === 1 ? 'turn' : 'turns'}, ${result.durationMs} ms)`;
  return [head, ...result.turns.filter(({ isSame }) => !isSame).flatMap(describeTurn)];
}

function describeTurn(turn: TurnComparison): string[] {
  return [
    `    turn ${turn.number}, ${describeEvent(turn)}:`,
    ...turn.differences.filter(({ kind }) => kind !== 'same').flatMap(describeDifference),
    ...turn.unrecordedIntegrationIds.map((id) => `      ! integration ${id} was called, but no answer was recorded for it`),
    ...turn.uncalledIntegrationIds.map((id) => `      ! integration ${id} was not called any more`),
    ...turn.faults.map((fault) => `      ! ${fault}`),
  ];
}

function describeEvent({ event }: TurnComparison): string {
  if (event.kind === 'message-received') return `consumer: ${JSON.stringify(event.text)}`;
  if (event.kind === 'web-view-posted') return `web view post${event.message === null ? '' : `: ${JSON.stringify(event.message)}`}`;
  return event.kind;
}

function describeDifference({ before, after }: SaidDifference): string[] {
  return [...(before ? [`      - ${toLine(before.plainText)}`] : []), ...(after ? [`      + ${toLine(after.plainText)}`] : [])];
}

function toLine(text: string): string {
  return text.replaceAll('\n', ' ⏎ ');
}
