import type { IncomingMessage, ServerResponse } from 'node:http';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="2">
<title>Parley · a moment, please</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1rem; color-scheme: light dark }</style>
<h1>A moment, please</h1>
<p>Parley’s pages are starting again. This page reloads by itself in a few seconds. Nothing that was saved is lost, and conversations go on meanwhile.</p>
<p>If this stays, the server’s log says why.</p>
</html>
`;

/** Answers that the pages are down: status 502 with a short page that tries again by itself. */
export function answerPagesDown(request: IncomingMessage, response: ServerResponse): void {
  if (response.headersSent || response.destroyed) return;
  // What is left of the request's body is not wanted.
  request.resume();
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-length': Buffer.byteLength(PAGE),
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'retry-after': '2',
  };
  response.writeHead(502, headers).end(request.method === 'HEAD' ? undefined : PAGE);
}
