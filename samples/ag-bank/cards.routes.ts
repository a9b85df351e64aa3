import { Hono, type Context } from 'hono';
import type { BankEnv } from './bank-env';
import { findCardNumberProblem, toBrand, toDigits } from './card-number';
import { answerProblem, type BankIssue } from './problem';

/** Cards: a POST that judges its input, and PUT, PATCH and DELETE that answer what they were told without keeping it. */
export function cardsRoutes(): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });

  app.post('/cards/check', async (c) => {
    const body = await readObject(c);
    if (body instanceof Response) return body;
    const errors = findIssues(body);
    if (errors.length > 0) {
      return answerProblem(c, 422, { title: 'The card could not be checked', detail: 'See the errors.', errors });
    }
    const cardNumber = toDigits(String(body['cardNumber']));
    const result = {
      card: { lastDigits: cardNumber.slice(-4), brand: toBrand(cardNumber) },
      accepted: Number(body['amount']) <= CARD_LIMIT,
      amount: Number(body['amount']),
      currency: String(body['currency'] ?? 'EUR'),
      limit: CARD_LIMIT,
    };
    return body['reserve'] === true ? c.json({ ...result, reservationId: 'res-3001' }, 201) : c.json(result);
  });

  app.options('/cards/check', (c) => c.body(null, 204, { Allow: 'POST, OPTIONS', 'Accept-Post': 'application/json' }));

  app.on(['PUT', 'PATCH'], '/cards/:id', async (c) => {
    const body = await readObject(c);
    if (body instanceof Response) return body;
    const before = { holder: 'Freddy Sample', monthlyLimit: CARD_LIMIT, locked: false };
    return c.json({ method: c.req.method, card: { ...(c.req.method === 'PATCH' ? before : {}), ...body, id: c.req.param('id') } });
  });

  app.delete('/cards/:id', (c) => c.body(null, 204));

  return app;
}

const CARD_LIMIT = 1_000;

async function readObject(c: Context<BankEnv>): Promise<Record<string, unknown> | Response> {
  if (!/^application\/(.+\+)?json\b/i.test(c.req.header('content-type') ?? '')) {
    return answerProblem(c, 415, { title: 'Send JSON', detail: 'The header Content-Type must be application/json.' });
  }
  const value = parseJson(await c.req.text());
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  return answerProblem(c, 400, { title: 'The body is not a JSON object', detail: 'Check its quotation marks and commas.' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function findIssues(body: Record<string, unknown>): BankIssue[] {
  const issues: BankIssue[] = [];
  const problem = findCardNumberProblem(toDigits(String(body['cardNumber'] ?? '')));
  const amount = body['amount'];
  if (problem) issues.push({ field: 'cardNumber', message: problem });
  if (amount === '' || !(Number(amount ?? Number.NaN) > 0)) issues.push({ field: 'amount', message: 'Enter an amount above 0.' });
  return issues;
}
