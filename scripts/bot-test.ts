import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { Fault } from '@/lib/engine/fault';
import { botTestFileSchema, type BotTestFile } from '@/lib/modules/bot-test/bot-test.schema';
import { botTestStore } from '@/lib/modules/bot-test/bot-test.store';
import { describeResult } from '@/lib/modules/bot-test/describe-result.rules';
import { exportBotTests } from '@/lib/modules/bot-test/export-bot-tests';
import { judgeRecording } from '@/lib/modules/bot-test/judge-recording';
import { botStore } from '@/lib/modules/bot/bot.store';
import { compileProgram } from '@/lib/modules/draft/compile-program.rules';
import { draftStore } from '@/lib/modules/draft/draft.store';
import { environmentStore } from '@/lib/modules/environment/environment.store';
import { integrationStore } from '@/lib/modules/integration/integration.store';
import { workspaceStore } from '@/lib/modules/workspace/workspace.store';
import { systemClock } from '@/lib/platform/clock';
import { openDatabase, type Database } from '@/lib/platform/db/open-database';
import { applyMigrations } from '@/lib/platform/db/schema-engine';
import { EnvError, readEnv } from '@/lib/platform/env';
import { createSandbox } from '@/lib/platform/sandbox/sandbox';

/**
 * `npm run bot:test -- <bot file or id>`: runs the tests of a bot without a server and without calling any API. A file is what
 * `GET /api/bots/{botId}/test-file` gives; an id is looked up in this installation's database. Exit code 1 when a test fails.
 */
async function testBot(target: string | undefined): Promise<boolean> {
  if (!target) throw new Fault('invalid', 'bot-test/no-target', 'Name a bot: npm run bot:test -- <bot file or id>');
  return existsSync(target) ? withEmptyDatabase(async (db) => runFile(db, await readFileOf(target))) : withOwnDatabase(target, async (db) => runFile(db, await readBot(db, target)));
}

async function runFile(db: Database, file: BotTestFile): Promise<boolean> {
  const sandbox = createSandbox();
  const program = compileProgram(file.content, file.integrations, file.bot.id);
  let failedCount = 0;
  for (const { name, definition } of file.tests) {
    const result = await judgeRecording({ sandbox, db, clock: systemClock }, { program, workspaceId: 'bot-test', environment: file.environment }, definition);
    if (!result.passed) failedCount += 1;
    process.stdout.write(`${describeResult(name, result).join('\n')}\n`);
  }
  await sandbox.close();
  if (file.tests.length === 0) process.stdout.write(`The bot “${file.bot.name}” has no tests yet. Talk to it in the preview and save the conversation as a test.\n`);
  process.stdout.write(`${file.tests.length - failedCount} passed, ${failedCount} failed\n`);
  return failedCount === 0;
}

async function readFileOf(target: string): Promise<BotTestFile> {
  const refuse = (reason: string) => new Fault('invalid', 'bot-test/invalid-file', `${target} is not a file of bot tests; GET /api/bots/{botId}/test-file gives one.\n${reason}`);
  let value: unknown;
  try {
    value = JSON.parse(await readFile(target, 'utf8'));
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : 'It can’t be read.');
  }
  const parsed = botTestFileSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refuse(z.prettifyError(parsed.error));
}

/** @throws Fault `bot/not-found` */
async function readBot(db: Database, botId: string): Promise<BotTestFile> {
  const workspace = await workspaceStore(db).findFirst();
  if (!workspace) throw new Fault('missing', 'bot/not-found', `There is no file ${botId}, and this installation has no bots yet.`);
  const { id } = workspace;
  const stores = { bots: botStore(db, id), drafts: draftStore(db, id), integrations: integrationStore(db, id), environments: environmentStore(db, id), tests: botTestStore(db, id) };
  return exportBotTests(stores, botId);
}

/** @throws Fault `bot-test/no-installation`; looking for a bot never makes a database */
async function withOwnDatabase<T>(target: string, work: (db: Database) => Promise<T>): Promise<T> {
  const { databaseUrl } = readEnv();
  if (databaseUrl.startsWith('file:') && !existsSync(databaseUrl.slice('file:'.length)))
    throw new Fault('missing', 'bot-test/no-installation', `There is no file ${target}, and no installation at ${databaseUrl.slice('file:'.length)} that could know a bot of this id. Set DATA_DIR or DATABASE_URL to the installation's.`);
  return withDatabase(databaseUrl, work);
}

/** Scripts may read the context service, which is empty here. */
async function withEmptyDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parley-bot-test-'));
  try {
    const databaseUrl = `file:${path.join(folder, 'empty.db')}`;
    await applyMigrations(databaseUrl);
    return await withDatabase(databaseUrl, work);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withDatabase<T>(databaseUrl: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(databaseUrl);
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}

try {
  if (!(await testBot(process.argv[2]))) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof Fault || error instanceof EnvError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
