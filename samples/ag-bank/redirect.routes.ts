import { Hono } from 'hono';
import type { BankEnv, SampleBankOptions } from './bank-env';
import { toBoundedInteger } from './numbers';
import { answerProblem } from './problem';

/** Redirects, one after another or to a chosen place. */
export function redirectRoutes({ basePath = '', allowOpenRedirect = false }: SampleBankOptions): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });

  app.all('/redirect', (c) => {
    const count = toBoundedInteger(c.req.query('count'), { fallback: 1, min: 1, max: 100 });
    const status = toRedirectStatus(c.req.query('status'));
    const next = count > 1 ? `/redirect?count=${count - 1}&status=${status}` : '/echo?arrived=true';
    return new Response(null, { status, headers: { Location: `${basePath}${next}` } });
  });

  app.all('/redirect-to', (c) => {
    const target = toUrl(c.req.query('url') ?? '', c.req.url);
    if (!target) return answerProblem(c, 400, { title: 'Where to?', detail: 'Give an address in the parameter url.' });
    if (!allowOpenRedirect && target.origin !== new URL(c.req.url).origin) {
      return answerProblem(c, 400, { title: 'Only within this server', detail: 'The bank does not lead to other servers.' });
    }
    return new Response(null, { status: toRedirectStatus(c.req.query('status')), headers: { Location: target.href } });
  });

  return app;
}

function toUrl(text: string, base: string): URL | null {
  return text !== '' && URL.canParse(text, base) ? new URL(text, base) : null;
}

function toRedirectStatus(text: string | undefined): number {
  const status = Number(text);
  return [301, 302, 303, 307, 308].includes(status) ? status : 302;
}
