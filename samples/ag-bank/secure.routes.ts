import { Hono, type Context } from 'hono';
import { ACCOUNTS, SAMPLE_CUSTOMER } from './bank-data';
import type { BankEnv } from './bank-env';
import { answerProblem } from './problem';

/** What opens the protected routes. Sample values: they protect nothing but sample data. */
export const SAMPLE_SECRETS = {
  userName: 'freddy',
  password: 'bank-pass',
  bearerToken: 'sample-token-123',
  apiKey: 'sample-key-456',
  clientId: 'ag-bank-client',
  clientSecret: 'ag-bank-secret',
} as const;

/** Routes behind basic authentication, a fixed bearer token, and an API key. */
export function secureRoutes(): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });
  const basic = `Basic ${btoa(`${SAMPLE_SECRETS.userName}:${SAMPLE_SECRETS.password}`)}`;

  app.all('/secure/basic', (c) =>
    c.req.header('authorization') === basic ? c.json(toAnswer('basic')) : refuse(c, 'Basic realm="AG Bank"'),
  );
  app.all('/secure/bearer', (c) =>
    c.req.header('authorization') === `Bearer ${SAMPLE_SECRETS.bearerToken}`
      ? c.json(toAnswer('bearer'))
      : refuse(c, 'Bearer realm="AG Bank"'),
  );
  app.all('/secure/api-key', (c) => {
    const inHeader = c.req.header('x-api-key') === SAMPLE_SECRETS.apiKey;
    const inQuery = c.req.query('api_key') === SAMPLE_SECRETS.apiKey;
    if (!inHeader && !inQuery) return refuse(c, 'ApiKey realm="AG Bank"');
    return c.json(toAnswer(inHeader ? 'api-key-header' : 'api-key-query'));
  });
  return app;
}

function toAnswer(authentication: string) {
  return { authentication, customer: SAMPLE_CUSTOMER.id, accountIds: ACCOUNTS.slice(0, 3).map(({ id }) => id) };
}

function refuse(c: Context<BankEnv>, challenge: string): Response {
  c.header('WWW-Authenticate', challenge);
  return answerProblem(c, 401, { title: 'Not signed in', detail: 'The credential is missing or wrong.' });
}
