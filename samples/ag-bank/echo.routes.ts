import { Hono } from 'hono';
import type { BankEnv, SampleBankOptions } from './bank-env';
import { answerProblem } from './problem';

/** Routes that answer what arrived, so that a designer (and a test) sees what an integration really sends. */
export function echoRoutes({ echoCookies = false }: SampleBankOptions): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });

  app.all('/echo', async (c) => {
    const url = new URL(c.req.url);
    const headers = Object.fromEntries(
      Object.entries(c.req.header()).map(([name, value]) => [name, name === 'cookie' && !echoCookies ? '(hidden)' : value]),
    );
    return c.json({
      method: c.req.method,
      path: url.pathname,
      queryText: url.search.slice(1),
      query: [...url.searchParams].map(([name, value]) => ({ name, value })),
      headers,
      body: await c.req.text(),
    });
  });

  app.post('/forms/contact', async (c) => {
    if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')) {
      return answerProblem(c, 415, { title: 'Send a form', detail: 'Content-Type must be application/x-www-form-urlencoded.' });
    }
    const fields = [...new URLSearchParams(await c.req.text())].map(([name, value]) => ({ name, value }));
    return c.json({ fields, count: fields.length });
  });

  app.post('/forms/upload', async (c) => {
    if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')) {
      return answerProblem(c, 415, { title: 'Send a multipart form', detail: 'Content-Type must be multipart/form-data.' });
    }
    const form = await c.req.formData().catch(() => null);
    if (!form) return answerProblem(c, 400, { title: 'The multipart body can’t be read', detail: 'Check its boundary.' });
    return c.json({ parts: await Promise.all([...form].map(([name, value]) => describePart(name, value))) });
  });

  return app;
}

async function describePart(name: string, value: File | string) {
  if (typeof value === 'string') return { name, value };
  return { name, fileName: value.name, contentType: value.type, size: value.size, text: await value.text() };
}
