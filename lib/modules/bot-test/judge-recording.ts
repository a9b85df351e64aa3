import type { Program } from '@/lib/engine/program/program.schema';
import { compareRecording } from '@/lib/modules/replay/compare-recording.rules';
import { runRecording, type RunRecordingDeps } from '@/lib/modules/replay/run-recording';
import type { Clock } from '@/lib/platform/clock';
import type { BotTestDefinition, BotTestResult } from './bot-test.schema';

export interface JudgeRecordingDeps extends RunRecordingDeps {
  clock: Clock;
}

/** What a test is run on. */
export interface TestSubject {
  program: Program;
  workspaceId: string;
  environment: Record<string, string>;
}

/** Runs a recorded conversation by the engine that runs conversations; no API is called and nothing is stored. */
export async function judgeRecording(deps: JudgeRecordingDeps, subject: TestSubject, definition: BotTestDefinition): Promise<BotTestResult> {
  const startedMs = deps.clock.nowMs();
  const turns = compareRecording(definition.turns, await runRecording(deps, { ...subject, ...definition, isPreview: true }));
  return {
    passed: turns.length === definition.turns.length && turns.every(({ isSame }) => isSame),
    ranAt: new Date(startedMs).toISOString(),
    durationMs: Math.round(deps.clock.nowMs() - startedMs),
    turns,
  };
}
