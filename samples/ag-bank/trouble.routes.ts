import { Hono, type Context } from 'hono';
import type { BankEnv, SampleBankOptions } from './bank-env';
import { createCallCounter, type CallCounter } from './call-counter';
import { toBoundedInteger } from './numbers';
import { answerProblem } from './problem';

/** Routes that misbehave: busy, failing for a while, wrong bodies, any status, a connection cut. */
export function troubleRoutes({ now = Date.now }: SampleBankOptions): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });
  const limitedCalls = createCallCounter();
  const flakyCalls = createCallCounter();

  app.all('/limited', (c) => {
    const attempt = countCall(c, limitedCalls, toBoundedInteger(c.req.query('limit'), { fallback: 2, min: 0, max: 50 }));
    if (!attempt.isRefused) return c.json({ message: 'Your turn', callNumber: attempt.number });
    const waitS = toBoundedInteger(c.req.query('retry_after'), { fallback: 1, min: 0, max: 3_600 });
    c.header('Retry-After', c.req.query('as') === 'date' ? new Date(now() + waitS * 1_000).toUTCString() : String(waitS));
    return answerProblem(c, 429, { title: 'Too many requests', detail: `Call ${attempt.number}. Come back in ${waitS} s.` });
  });

  app.all('/flaky', (c) => {
    const attempt = countCall(c, flakyCalls, toBoundedInteger(c.req.query('fail'), { fallback: 2, min: 0, max: 50 }));
    if (!attempt.isRefused) return c.json({ message: 'It works now', callNumber: attempt.number });
    const status = toBoundedInteger(c.req.query('status'), { fallback: 503, min: 400, max: 599 });
    return answerProblem(c, status, { title: 'Out of order', detail: `Call ${attempt.number} fails on purpose.` });
  });

  app.all('/status/:code', (c) => {
    const status = Number(c.req.param('code'));
    if (!Number.isInteger(status) || status < 200 || status > 599) {
      return answerProblem(c, 400, { title: 'No such status', detail: 'Ask for a status from 200 to 599.' });
    }
    const isBodyless = status === 204 || status === 205 || status === 304;
    return isBodyless ? new Response(null, { status }) : Response.json({ status, message: `You asked for ${status}.` }, { status });
  });

  app.get('/invalid-json', (c) => c.body('{"accounts":[{"id":"acc-1001","name":', 200, { 'Content-Type': 'application/json' }));
  app.get('/empty-json', (c) => c.body('', 200, { 'Content-Type': 'application/json' }));
  app.get('/invalid-xml', (c) => c.body('<rates><rate>1.0</rates>', 200, { 'Content-Type': 'application/xml' }));
  app.get('/wrong-type', (c) => {
    const contentType = c.req.query('as') === 'text' ? 'text/plain' : 'text/html; charset=utf-8';
    return c.body('{"message":"JSON, but the label says otherwise"}', 200, { 'Content-Type': contentType });
  });

  app.all('/reset', (c) => {
    const socket = c.env?.incoming?.socket;
    if (!socket) return answerProblem(c, 501, { title: 'No connection to cut', detail: 'This needs a Node server.' });
    if (c.req.query('when') !== 'body') {
      socket.resetAndDestroy();
      return c.body(null);
    }
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"begun":')),
      pull: async () => {
        // Lets the first bytes leave before the line is cut.
        await new Promise((resolve) => setTimeout(resolve, 30));
        socket.resetAndDestroy();
      },
    });
    return c.body(body, 200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
  });

  return app;
}

/**
 * Counts a call under its `key`; the first `refusedCount` of each key are refused. `reset=true` begins again with
 * this call; with `repeat=true` the first accepted call is also the last of its round, so a demonstration never wears out.
 */
function countCall(c: Context<BankEnv>, counter: CallCounter, refusedCount: number) {
  const key = c.req.query('key') ?? 'default';
  if (c.req.query('reset') === 'true') counter.reset(key);
  const number = counter.next(key);
  const isRefused = number <= refusedCount;
  if (!isRefused && c.req.query('repeat') === 'true') counter.reset(key);
  return { number, isRefused };
}
