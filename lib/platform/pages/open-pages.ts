import { rmSync } from 'node:fs';
import { Agent, type RequestListener } from 'node:http';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { answerPagesDown } from './answer-pages-down';
import { passOn } from './pass-on';
import { makeSocketFolder } from './socket-folder';

/** The pages, rendered in a thread of their own. */
export interface Pages {
  /** Answers a page or one of its files. While the thread is down, and when it fails, with a short page that says so (502). */
  listener: RequestListener;
  /** Ends the thread. Requests under way are cut off. */
  close(): Promise<void>;
}

export interface PagesOptions {
  host: string;
  port: number;
  /** `http` or `https`: how callers reach this server. */
  protocol: string;
  /** Hears that the thread ended by itself, and when another will be started. */
  onFall: (error: Error, restartInMs: number) => void;
  /** The bundled thread; default `dist/pages-thread.mjs` under the working directory. */
  threadFile?: string;
}

/** What a new thread is given. */
export interface PagesBirth {
  socketPath: string;
  host: string;
  port: number;
}

/** V8's limit for the thread: a page that devours memory ends the thread, not the process. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };

/** Wait before the first new start; doubled with each further fall, up to the longest. */
const RESTART_FIRST_MS = 250;
const RESTART_LONGEST_MS = 30_000;
/** Having lived this long, a thread's fall counts as the first again. */
const STABLE_MS = 60_000;

/**
 * Starts the thread and waits until it listens; rejects if the first one can't. Later ones are started again and again.
 * The thread is reached through a socket in a folder that nobody else on the machine may enter, so that nobody can pass for either side.
 */
export async function openPages({ host, port, protocol, onFall, threadFile = path.join(process.cwd(), 'dist', 'pages-thread.mjs') }: PagesOptions): Promise<Pages> {
  const folder = await makeSocketFolder();
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  const agent = new Agent({ keepAlive: true });
  let startCount = 0;
  let fallCount = 0;
  let worker: Worker | undefined;
  let socketPath: string | null = null;
  let restart: NodeJS.Timeout | undefined;
  let hasOpened = false;
  let isClosed = false;

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const birth: PagesBirth = { socketPath: path.join(folder, `${(startCount += 1)}.sock`), host, port };
      const startedMs = performance.now();
      let reason: Error | undefined;
      worker = new Worker(threadFile, { name: 'pages', workerData: birth, resourceLimits: RESOURCE_LIMITS });
      worker.once('message', () => {
        socketPath = birth.socketPath;
        resolve();
      });
      worker.on('error', (error: Error) => (reason = error));
      worker.once('exit', (code) => {
        const fall = reason ?? new Error(`the pages’ thread ended with code ${code}`);
        socketPath = null;
        reject(fall);
        if (performance.now() - startedMs > STABLE_MS) fallCount = 0;
        if (!isClosed && hasOpened) startAgain(fall);
      });
    });
  const startAgain = (reason: Error) => {
    const restartInMs = Math.min(RESTART_FIRST_MS * 2 ** fallCount, RESTART_LONGEST_MS);
    fallCount += 1;
    onFall(reason, restartInMs);
    // A start that fails ends its thread, which brings the next.
    restart = setTimeout(() => void start().catch(() => undefined), restartInMs);
  };
  const close = async () => {
    isClosed = true;
    clearTimeout(restart);
    await worker?.terminate();
    agent.destroy();
    process.off('exit', removeFolder);
    removeFolder();
  };

  await start().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  hasOpened = true;
  return {
    listener: (request, response) => (socketPath === null ? answerPagesDown(request, response) : passOn(request, response, { socketPath, agent, protocol })),
    close,
  };
}
