import { Hono } from 'hono';
import type { BankEnv } from './bank-env';
import { toBoundedInteger } from './numbers';

/** Pages that are difficult to show inside another: one that refuses, and one that takes its time. */
export function framingRoutes(): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });
  app.get('/pages/refuses-framing', (c) => c.html(toPage('This page is for itself'), 200, { 'X-Frame-Options': 'DENY', 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" }));
  app.get('/pages/slow', async (c) => {
    const ms = toBoundedInteger(c.req.query('ms'), { fallback: 3_000, min: 0, max: 60_000 });
    await new Promise((resolve) => setTimeout(resolve, ms));
    return c.html(toPage('Here at last'), 200, { 'Content-Security-Policy': "default-src 'none'" });
  });
  return app;
}

function toPage(title: string): string {
  return `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1></html>\n`;
}
