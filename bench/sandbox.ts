import { monitorEventLoopDelay } from 'node:perf_hooks';
import { buildTransformJob } from '@/lib/engine/script/build-transform-job';
import { TRANSFORM_PRELUDE } from '@/lib/engine/script/transform-prelude';
import { createSandbox, type Sandbox } from '@/lib/platform/sandbox/sandbox';
import { median } from './load';

const SCRIPT = "var d = JSON.parse(botContext.getBotVariable('api_X').jsonData).api_X; botContext.setBotVariable('n', d.items.length, true, false);";

/** Measures scripts alone, and what a hostile script does to the rest of the process. */
export async function measureSandbox(): Promise<void> {
  const sandbox = createSandbox({ warmPreludes: [TRANSFORM_PRELUDE] });
  process.stdout.write('\nScripts alone, in this process\n| document | in the sandbox, p50 | without isolation, p50 |\n| --- | --- | --- |\n');
  for (const kb of [2, 690]) {
    const documentText = buildDocument(kb);
    const isolated = await timeRuns(kb === 2 ? 2_000 : 60, async () => void (await runScript(sandbox, documentText)));
    const plain = await timeRuns(kb === 2 ? 2_000 : 60, async () => void (JSON.parse(documentText) as { items: unknown[] }).items.length);
    process.stdout.write(`| ${kb} KB | ${isolated.toFixed(2)} ms | ${plain.toFixed(2)} ms |\n`);
  }
  await measureHostile(sandbox, 'an endless loop', 'while (true) {}');
  await measureHostile(sandbox, 'a memory bomb', "var a = []; while (true) a.push(new Array(10000).join('x'));");
  await sandbox.close();
}

async function measureHostile(sandbox: Sandbox, name: string, source: string): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const outcome = await sandbox.run(buildTransformJob({ responseVariable: 'X', script: source, documentText: '{}', status: 200, isSuccessful: true }));
  delay.disable();
  const residentMb = process.memoryUsage().rss / 1024 / 1024;
  process.stdout.write(`While ${name} ran (${outcome.kind}): event-loop delay p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms; resident after it ${residentMb.toFixed(0)} MB\n`);
}

async function runScript(sandbox: Sandbox, documentText: string) {
  const outcome = await sandbox.run(buildTransformJob({ responseVariable: 'X', script: SCRIPT, documentText, status: 200, isSuccessful: true }));
  if (outcome.kind !== 'finished') throw new Error(`The script ended with ${outcome.kind}.`);
}

async function timeRuns(count: number, run: () => Promise<void>): Promise<number> {
  for (let index = 0; index < count / 10; index += 1) await run();
  const timesMs: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const startedMs = performance.now();
    await run();
    timesMs.push(performance.now() - startedMs);
  }
  return median(timesMs);
}

function buildDocument(kb: number): string {
  const items: unknown[] = [];
  for (let number = 0; JSON.stringify({ items }).length < kb * 1024; number += 1) items.push({ id: `a${number}`, title: `Account ${number}`, balance: number * 1.5 });
  return JSON.stringify({ items });
}
