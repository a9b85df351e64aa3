import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { accountsRoutes } from './accounts.routes';
import type { BankEnv, SampleBankOptions } from './bank-env';
import { cardsRoutes } from './cards.routes';
import { documentsRoutes } from './documents.routes';
import { echoRoutes } from './echo.routes';
import { cardPageRoutes } from './card-page.routes';
import { cardStatementRoutes } from './card-statement.routes';
import { createCardVault } from './card-vault';
import { framingRoutes } from './framing.routes';
import { oauthRoutes } from './oauth.routes';
import { answerProblem } from './problem';
import { redirectRoutes } from './redirect.routes';
import { secureRoutes } from './secure.routes';
import { siteRoutes } from './site.routes';
import { slowRoutes } from './slow.routes';
import { troubleRoutes } from './trouble.routes';

/**
 * A small bank to practise against: every sort of answer that an integration may meet. Its data never change; only
 * the counters behind `/limited` and `/flaky`, the issued OAuth tokens and the cards entered are remembered, per app, in memory.
 * `GET /` is the bank's website, `GET /guide` explains every route.
 */
export function createSampleBank(options: SampleBankOptions = {}): Hono<BankEnv> {
  const basePath = options.basePath ?? '';
  const bank = new Hono<BankEnv>({ strict: false }).basePath(basePath === '' ? '/' : basePath);

  bank.use('*', async (c, next) => {
    await next();
    c.res.headers.set('X-Content-Type-Options', 'nosniff');
  });
  bank.use(
    '*',
    bodyLimit({
      maxSize: BODY_BYTES_MAX,
      onError: (c) => answerProblem(c, 413, { title: 'Too much', detail: 'Send at most 10 MB.' }),
    }),
  );
  const vault = createCardVault(options.now);
  bank.route('/', cardPageRoutes(options, vault));
  bank.route('/', cardStatementRoutes(vault));
  const topics = [siteRoutes, framingRoutes, accountsRoutes, documentsRoutes, cardsRoutes, echoRoutes, troubleRoutes, slowRoutes, redirectRoutes, secureRoutes, oauthRoutes];
  for (const topic of topics) bank.route('/', topic(options));
  bank.all('*', (c) =>
    answerProblem(c, 404, { title: 'No such page', detail: `See ${basePath}/guide for what the sample bank answers.` }),
  );
  return bank;
}

const BODY_BYTES_MAX = 10 * 1024 * 1024;
