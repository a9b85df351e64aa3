import { Hono } from 'hono';
import type { BankEnv, SampleBankOptions } from './bank-env';
import { buildLargeJson } from './large-json';
import { toBoundedInteger } from './numbers';

/** Answers that take their time or their space. Waiting ends when the caller hangs up. */
export function slowRoutes({ wait = waitReally }: SampleBankOptions = {}): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });

  app.all('/slow', async (c) => {
    const ms = toBoundedInteger(c.req.query('ms'), { fallback: 2_000, min: 0, max: WAIT_MS_MAX });
    await wait(ms, c.req.raw.signal);
    return c.json({ message: 'Here at last', waitedMs: ms });
  });

  app.get('/drip', (c) => {
    const count = toBoundedInteger(c.req.query('count'), { fallback: 5, min: 1, max: 1_000 });
    const ms = toBoundedInteger(c.req.query('ms'), { fallback: 200, min: 0, max: WAIT_MS_MAX / count });
    return c.body(dripJson({ count, pause: () => wait(ms, c.req.raw.signal), signal: c.req.raw.signal }), 200, { 'Content-Type': 'application/json' });
  });

  app.get('/large', (c) => {
    const { kb, mb } = c.req.query();
    const bytes = kb === undefined ? toBoundedInteger(mb, { fallback: 5, min: 1, max: LARGE_KB_MAX / 1024 }) * 1024 * 1024 : toKilobytes(kb);
    return c.body(buildLargeJson(bytes), 200, { 'Content-Type': 'application/json' });
  });

  app.get('/gzip', (c) => {
    const plain = new Blob([buildLargeJson(toKilobytes(c.req.query('kb')))]);
    const packed = plain.stream().pipeThrough(new CompressionStream('gzip'));
    return c.body(packed, 200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
  });

  return app;
}

const WAIT_MS_MAX = 60_000;
const LARGE_KB_MAX = 16 * 1024;

function toKilobytes(text: string | undefined): number {
  return toBoundedInteger(text, { fallback: 64, min: 1, max: LARGE_KB_MAX }) * 1024;
}

/** Headers at once, then one piece of a JSON array per interval. */
function dripJson({ count, pause, signal }: { count: number; pause: () => Promise<void>; signal: AbortSignal }): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let sentCount = 0;
  return new ReadableStream({
    pull: async (controller) => {
      await pause();
      if (signal.aborted) return controller.close();
      sentCount += 1;
      controller.enqueue(encoder.encode(`${sentCount === 1 ? '[' : ','}{"drop":${sentCount}}${sentCount === count ? ']' : ''}`));
      if (sentCount === count) controller.close();
    },
  });
}

function waitReally(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
