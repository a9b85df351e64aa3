import { Hono } from 'hono';
import { ACCOUNTS, toTransactions, type Account } from './bank-data';
import type { BankEnv } from './bank-env';
import { toBoundedInteger } from './numbers';
import { answerProblem } from './problem';

/** Accounts and their statements: a list inside an object, one object, and nested objects with lists. */
export function accountsRoutes(): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });

  app.get('/accounts', (c) => {
    const { status, type, customerId } = c.req.query();
    const pageSize = toBoundedInteger(c.req.query('pageSize'), { fallback: 5, min: 1, max: 50 });
    const page = toBoundedInteger(c.req.query('page'), { fallback: 1, min: 1, max: 1_000 });
    const found = ACCOUNTS.filter(
      (account) =>
        (!status || account.status === status) &&
        (!type || account.type === type) &&
        (!customerId || account.customerId === customerId),
    );
    const accounts = found.slice((page - 1) * pageSize, page * pageSize).map(toWire);
    const pageCount = Math.max(1, Math.ceil(found.length / pageSize));
    return c.json({ accounts, page, pageSize, pageCount, total: found.length });
  });

  app.options('/accounts', (c) => c.body(null, 204, { Allow: 'GET, HEAD, OPTIONS' }));

  app.get('/accounts/:id', (c) => {
    const id = c.req.param('id');
    if (id === 'acc-broken') {
      return answerProblem(c, 500, { title: 'Core banking is down', detail: 'This account always fails, for practice.' });
    }
    const account = ACCOUNTS.find((candidate) => candidate.id === id);
    return account ? c.json(toWire(account)) : answerProblem(c, 404, missing(id));
  });

  app.get('/accounts/:id/statement', (c) => {
    const account = ACCOUNTS.find((candidate) => candidate.id === c.req.param('id'));
    if (!account) return answerProblem(c, 404, missing(c.req.param('id')));
    const from = c.req.query('from') || '2025-03-01';
    const to = c.req.query('to') || '2025-03-31';
    const limit = toBoundedInteger(c.req.query('limit'), { fallback: 50, min: 1, max: 500 });
    return c.json(toStatement(account, { from, to, limit }));
  });

  return app;
}

function toWire({ balanceCents, ...account }: Account) {
  return { ...account, balance: balanceCents / 100, balanceText: `${(balanceCents / 100).toFixed(2)} €` };
}

function toStatement(account: Account, period: { from: string; to: string; limit: number }) {
  const { from, to, limit } = period;
  const booked = toTransactions(account.id).filter(({ bookedOn }) => bookedOn >= from && bookedOn <= to);
  const movedCents = booked.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return {
    account: { id: account.id, iban: account.iban, owner: { id: account.customerId } },
    period: { from, to },
    currency: account.currency,
    openingBalance: (account.balanceCents - movedCents) / 100,
    closingBalance: account.balanceCents / 100,
    transactions: booked.slice(0, limit).map(({ amountCents, ...rest }) => ({ ...rest, amount: amountCents / 100 })),
  };
}

function missing(id: string) {
  return { title: 'No such account', detail: `There is no account “${id}”. Ask for GET /accounts to see those that exist.` };
}
