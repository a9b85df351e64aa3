import type { Context, Hono } from 'hono';
import { Fault } from '@/lib/engine/fault';
import { answerJson } from '@/lib/http/route/answer';
import type { ApiEnv } from '@/lib/http/route/api-context';
import { readJsonBody } from '@/lib/http/route/read-json-body';
import { WEB_VIEW_BODY_BYTES_MAX, WEB_VIEW_PATH } from './web-view.wire';

/** A preflight tells no bot, so the origin is checked with the post. Source: Fetch standard, section 3.2 (CORS protocol). */
const PREFLIGHT_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key',
  'access-control-max-age': '7200',
};

/**
 * Serves the Web View Integration API for pages of whatever site, outside of `/api`. Cookies mean nothing here.
 * @param open what every request begins with, but for the refusal of other sites
 */
export function bindWebViewEndpoint(app: Pick<Hono<ApiEnv>, 'on'>, open: (context: Context<ApiEnv>) => void): void {
  app.on('OPTIONS', WEB_VIEW_PATH, (context) => context.body(null, 204, PREFLIGHT_HEADERS));

  // Whoever opens the address in a browser is to learn that it is the right one.
  app.on(['GET', 'PUT', 'PATCH', 'DELETE'], WEB_VIEW_PATH, (context) => {
    open(context);
    context.get('headers').allow = 'POST, OPTIONS';
    throw new Fault('invalid', 'request/method-not-allowed', 'Pages write here with POST. The guide docs/web-view.md shows what to send.');
  });

  app.on('POST', WEB_VIEW_PATH, async (context) => {
    open(context);
    // Refusals too: the page's author must be able to read them.
    const headers = context.get('headers');
    headers['access-control-allow-origin'] = '*';
    headers['access-control-expose-headers'] = 'retry-after, x-request-id';
    const body = await readJsonBody(context, WEB_VIEW_BODY_BYTES_MAX);
    const readHeader = (name: string) => context.req.header(name) ?? null;
    const request = { authorization: readHeader('authorization'), idempotencyKey: readHeader('idempotency-key'), origin: readHeader('origin'), body };
    try {
      return answerJson(context, await context.get('deps').webViews.receive(request));
    } catch (error) {
      if (error instanceof Fault && error.code === 'web-view/origin-not-allowed') delete headers['access-control-allow-origin'];
      // Source: RFC 9110, section 15.5.2: an answer 401 names the scheme; the hash has none.
      if (error instanceof Fault && error.kind === 'unauthenticated') headers['www-authenticate'] = 'Bearer';
      throw error;
    }
  });
}
