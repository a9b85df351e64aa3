import type { TurnEvent } from '@/lib/engine/event.schema';
import { toSaid } from '@/lib/modules/replay/compare-said.rules';
import { runRecording, type RunRecordingDeps } from '@/lib/modules/replay/run-recording';
import type { BotTestDefinition } from './bot-test.schema';
import type { TestSubject } from './judge-recording';

/** Texts of the bot: by run, by turn, by message. */
export type SaidByRun = readonly (readonly (readonly string[])[])[];

const HOUR_MS = 3_600_000;

/** The time of the recording first; then every quarter of the day, a weekend or a working day whichever it was, and another month. */
const OFFSETS_HOURS = [0, 6, 12, 18, 2 * 24 + 1, 4 * 24 + 3, 5 * 24 + 9, 45 * 24 + 21];

/**
 * Runs a recorded conversation as if it had begun at other times of the day, the week and the year. What differs between the runs depends
 * on the clock, or on chance. APIs are not called, nothing is stored.
 */
export async function runAtOtherTimes(deps: RunRecordingDeps, subject: TestSubject, definition: BotTestDefinition): Promise<SaidByRun> {
  const runs: string[][][] = [];
  for (const hours of OFFSETS_HOURS) {
    const turns = definition.turns.map((turn) => ({ ...turn, event: postpone(turn.event, hours * HOUR_MS) }));
    const replayed = await runRecording(deps, { ...subject, ...definition, turns, isPreview: true });
    runs.push(replayed.map(({ effects }) => toSaid(effects.flatMap((effect) => (effect.kind === 'send-message' ? [effect.message] : []))).map(({ plainText }) => plainText)));
  }
  return runs;
}

function postpone(event: TurnEvent, byMs: number): TurnEvent {
  return { ...event, atMs: event.atMs + byMs };
}
