import { Hono, type Context } from 'hono';
import { SAMPLE_CUSTOMER } from './bank-data';
import type { BankEnv, SampleBankOptions } from './bank-env';
import { toBoundedInteger } from './numbers';
import { answerProblem } from './problem';
import { SAMPLE_SECRETS } from './secure.routes';

/**
 * A token endpoint for client credentials and a route that wants its tokens. `expires_in` on the endpoint's address
 * chooses the life of the tokens in seconds; `/oauth/revoke-all` makes every issued token worthless before its time.
 * Source: RFC 6749, sections 2.3.1, 4.4 and 5; RFC 6750, section 3.
 */
export function oauthRoutes({ now = Date.now }: SampleBankOptions): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });
  const grantByToken = new Map<string, Grant>();
  let issuedCount = 0;

  app.post('/oauth/token', async (c) => {
    c.header('Cache-Control', 'no-store');
    const form = new URLSearchParams(await c.req.text());
    const client = readClient(c.req.header('authorization'), form);
    if (client.id !== SAMPLE_SECRETS.clientId || client.secret !== SAMPLE_SECRETS.clientSecret) {
      c.header('WWW-Authenticate', 'Basic realm="AG Bank"');
      return c.json({ error: 'invalid_client', error_description: 'The client id or the client secret is wrong.' }, 401);
    }
    if (form.get('grant_type') !== 'client_credentials') {
      return c.json({ error: 'unsupported_grant_type', error_description: 'Use client_credentials.' }, 400);
    }
    const scopes = (form.get('scope') ?? KNOWN_SCOPES.join(' ')).split(' ').filter(Boolean);
    const unknownScope = scopes.find((scope) => !KNOWN_SCOPES.includes(scope));
    if (unknownScope) return c.json({ error: 'invalid_scope', error_description: `There is no scope “${unknownScope}”.` }, 400);

    const expiresInS = toBoundedInteger(c.req.query('expires_in'), { fallback: 300, min: 0, max: 86_400 });
    issuedCount += 1;
    const token = `ag-bank-token-${issuedCount}`;
    if (grantByToken.size >= GRANT_COUNT_MAX) grantByToken.clear();
    grantByToken.set(token, { scopes, audience: form.get('audience'), expiresAt: now() + expiresInS * 1_000 });
    return c.json({ access_token: token, token_type: 'Bearer', expires_in: expiresInS, scope: scopes.join(' ') });
  });

  app.post('/oauth/revoke-all', (c) => {
    const revokedCount = grantByToken.size;
    grantByToken.clear();
    return c.json({ revokedCount });
  });

  app.get('/oauth/issued', (c) => c.json({ issuedCount }));

  app.all('/secure/oauth', (c) => {
    const token = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (!token) return refuse(c, 401, 'Bearer realm="AG Bank"');
    const grant = grantByToken.get(token);
    if (!grant || grant.expiresAt <= now()) return refuse(c, 401, 'Bearer realm="AG Bank", error="invalid_token"');
    if (!grant.scopes.includes('profile')) {
      return refuse(c, 403, 'Bearer realm="AG Bank", error="insufficient_scope", scope="profile"');
    }
    return c.json({ customer: SAMPLE_CUSTOMER, grantedTo: { scopes: grant.scopes, audience: grant.audience } });
  });

  return app;
}

interface Grant {
  scopes: string[];
  audience: string | null;
  expiresAt: number;
}

const KNOWN_SCOPES = ['accounts', 'profile'];
const GRANT_COUNT_MAX = 1_000;

function readClient(authorization: string | undefined, form: URLSearchParams): { id: string | null; secret: string | null } {
  const encoded = /^Basic (.+)$/i.exec(authorization ?? '')?.[1];
  if (!encoded) return { id: form.get('client_id'), secret: form.get('client_secret') };
  try {
    const [id = '', secret = ''] = atob(encoded).split(':').map(decodeFormValue);
    return { id, secret };
  } catch {
    return { id: null, secret: null };
  }
}

/** Client id and secret are form-encoded before base64. Source: RFC 6749, section 2.3.1. */
function decodeFormValue(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function refuse(c: Context<BankEnv>, status: 401 | 403, challenge: string): Response {
  c.header('WWW-Authenticate', challenge);
  const title = status === 401 ? 'No valid token' : 'The token may not do this';
  return answerProblem(c, status, { title, detail: 'Get a token at POST /oauth/token with the scope “profile”.' });
}
