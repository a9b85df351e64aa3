import { compareSaid, toSaid } from './compare-said.rules';
import type { RecordedTurn, TurnComparison } from './replay.schema';
import type { ReplayedTurn } from './run-recording';

/** What the bot says now beside what it said, turn by turn. A turn differs when the consumer would see a difference. */
export function compareRecording(recorded: readonly RecordedTurn[], replayed: readonly ReplayedTurn[]): TurnComparison[] {
  return recorded.flatMap((turn, index) => {
    const replay = replayed[index];
    return replay ? [compareTurn(turn, replay, index + 1)] : [];
  });
}

function compareTurn(recorded: RecordedTurn, replay: ReplayedTurn, number: number): TurnComparison {
  const messages = replay.effects.flatMap((effect) => (effect.kind === 'send-message' ? [effect.message] : []));
  const differences = compareSaid(recorded.said, toSaid(messages));
  return {
    number,
    event: recorded.event,
    isSame: differences.every(({ kind }) => kind === 'same'),
    differences,
    unrecordedIntegrationIds: replay.unrecordedIntegrationIds,
    uncalledIntegrationIds: replay.uncalledIntegrationIds,
    faults: replay.trace.flatMap((entry) => (entry.kind === 'fault' ? [entry.message] : [])),
  };
}
