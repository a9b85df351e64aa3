import { Hono } from 'hono';
import type { BankEnv, SampleBankOptions } from './bank-env';
import { LOOK_CSS } from './bank-look';
import { buildGuidePage } from './guide-page';
import { toPolicySource } from './parley-place';
import { SITE_CSS } from './site-css';
import { buildSitePage } from './site-page';
import { SITE_SCRIPT } from './site-script';

/** The bank's website with its messenger, and the guide to the API. */
export function siteRoutes(options: SampleBankOptions): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });
  const { basePath = '', parleyUrl = '', findChannelId } = options;
  const policy = toSitePolicy(toPolicySource(options));

  app.get('/', async (c) => {
    // Whoever made a channel of their own sees it here.
    const wanted = c.req.query('channel') ?? '';
    const channelId = /^[\w-]{1,100}$/.test(wanted) ? wanted : ((await findChannelId?.()) ?? null);
    return c.html(buildSitePage({ basePath, channelId, messengerUrl: `${parleyUrl}/messenger.js` }), 200, { 'Content-Security-Policy': policy, 'Referrer-Policy': 'strict-origin-when-cross-origin', 'Cache-Control': 'no-cache' });
  });
  app.get('/guide', (c) => c.html(buildGuidePage(basePath), 200, { 'Content-Security-Policy': GUIDE_POLICY }));
  app.get('/assets/site.css', (c) => c.body(`${LOOK_CSS}${SITE_CSS}`, 200, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }));
  app.get('/assets/site.js', (c) => c.body(SITE_SCRIPT, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }));
  return app;
}

/** As strict as a bank's should be: everything forbidden but the bank's own files, and Parley's script and frame. */
function toSitePolicy(parley: string): string {
  return `default-src 'none'; script-src ${parley}; style-src 'self'; frame-src ${parley}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
}

const GUIDE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
