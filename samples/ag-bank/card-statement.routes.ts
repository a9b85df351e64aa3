import { Hono } from 'hono';
import { toTransactions } from './bank-data';
import type { BankEnv } from './bank-env';
import type { CardVault } from './card-vault';
import { answerProblem } from './problem';

/** What was paid with a card, asked for by the reference that stands for its number. */
export function cardStatementRoutes(vault: CardVault): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });
  app.get('/cards/:reference/statement', (c) => {
    const card = vault.find(c.req.param('reference'));
    if (!card) return answerProblem(c, 404, { title: 'No such card', detail: 'This reference is unknown or older than an hour. Let the customer enter the card again.' });
    const paid = toTransactions('acc-1003').filter(({ amountCents, categories }) => amountCents < 0 && !categories.includes('home') && categories.length > 0);
    return c.json({
      card,
      currency: 'EUR',
      spent: -paid.reduce((sum, { amountCents }) => sum + amountCents, 0) / 100,
      transactions: paid.map(({ amountCents, ...rest }) => ({ ...rest, amount: amountCents / 100 })),
    });
  });
  return app;
}
