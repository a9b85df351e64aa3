import { Hono } from 'hono';
import { BRANCHES, RATES } from './bank-data';
import type { BankEnv } from './bank-env';

/** Bodies of every format and charset that an integration should understand. */
export function documentsRoutes(): Hono<BankEnv> {
  const app = new Hono<BankEnv>({ strict: false });
  app.get('/branches', (c) => {
    const city = c.req.query('city');
    return c.json(BRANCHES.filter((branch) => !city || branch.city === city));
  });
  app.get('/rates.xml', () => answer(encodeUtf8(RATES_XML), 'application/xml; charset=utf-8'));
  app.get('/greeting.txt', () => answer(encodeUtf8('Welcome to AG Bank.\nWe are open from 9 to 17.\n'), 'text/plain; charset=utf-8'));
  app.get('/nothing', (c) => c.body(null, 204));
  app.get('/binary', () => answer(Uint8Array.from({ length: 256 }, (_, index) => index), 'application/octet-stream'));
  app.get('/charsets/latin1.txt', () => answer(encodeLatin1(LATIN1_TEXT), 'text/plain; charset=ISO-8859-1'));
  app.get('/charsets/latin1.json', () =>
    answer(encodeLatin1(JSON.stringify({ text: LATIN1_TEXT })), 'application/json; charset=iso-8859-1'),
  );
  // The charset stands in the XML declaration only, as many older services have it.
  app.get('/charsets/latin1.xml', () =>
    answer(encodeLatin1(`<?xml version="1.0" encoding="ISO-8859-1"?>\n<message>${LATIN1_TEXT}</message>`), 'text/xml'),
  );
  app.get('/charsets/utf16.json', () =>
    answer(encodeUtf16(`\uFEFF${JSON.stringify({ text: LATIN1_TEXT })}`), 'application/json; charset=utf-16'),
  );
  app.get('/charsets/bom.json', () =>
    answer(encodeUtf8(`\uFEFF${JSON.stringify({ text: LATIN1_TEXT })}`), 'application/json'),
  );
  return app;
}

/** Text of the charset routes; every letter of it exists in ISO 8859-1. */
export const LATIN1_TEXT = 'Überweisung für Café Zoé: 12 £, größer als ½';

const RATES_XML = `<?xml version="1.0" encoding="UTF-8"?>
<rates base="EUR" date="2025-03-28">
${RATES.map(({ currency, unit, value }) => `  <rate currency="${currency}" unit="${unit}">${value}</rate>`).join('\n')}
  <source url="https://ag-bank.example/rates?day=today&amp;base=EUR"/>
  <note><![CDATA[Rates & fees: <see> your branch]]></note>
</rates>
`;

function answer(body: Uint8Array<ArrayBuffer>, contentType: string): Response {
  return new Response(body, { headers: { 'Content-Type': contentType } });
}

function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function encodeLatin1(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function encodeUtf16(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), true);
  return bytes;
}
