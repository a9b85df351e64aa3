import { openDraftProgram, type OpenDraftProgramDeps } from '@/lib/modules/replay/open-draft-program';
import type { BotTest, BotTestResult } from './bot-test.schema';
import type { botTestStore } from './bot-test.store';
import { judgeRecording, type JudgeRecordingDeps } from './judge-recording';

export interface RunBotTestsDeps extends JudgeRecordingDeps, OpenDraftProgramDeps {
  tests: Pick<ReturnType<typeof botTestStore>, 'saveResult'>;
}

/** What came of one of several tests. */
export interface RanBotTest {
  testId: string;
  name: string;
  result: BotTestResult;
}

/** Runs tests of one bot against its draft, one after the other, and keeps what came of each. */
export async function runBotTests(deps: RunBotTestsDeps, workspaceId: string, tests: readonly BotTest[]): Promise<RanBotTest[]> {
  const [first] = tests;
  if (!first) return [];
  const subject = { ...(await openDraftProgram(deps, first.botId)), workspaceId };
  const ran: RanBotTest[] = [];
  for (const { id, botId, name, definition } of tests) {
    const result = await judgeRecording(deps, subject, definition);
    await deps.tests.saveResult(botId, id, result);
    ran.push({ testId: id, name, result });
  }
  return ran;
}
