/** One line of the bank's guide. `path` may hold an example query; it works as it stands where the method is GET. */
export interface GuideEntry {
  method: string;
  path: string;
  about: string;
}

/** A chapter of the bank's guide. */
export interface GuideChapter {
  title: string;
  entries: GuideEntry[];
}

/** Everything the sample bank answers, for people and for the test that tries every line. */
export const GUIDE: GuideChapter[] = [
  {
    title: 'Banking',
    entries: [
      entry('GET', '/accounts?status=active&page=1&pageSize=3', 'Accounts in an object; filter by status, type, customerId; pages'),
      entry('GET', '/accounts/acc-1001', 'One account'),
      entry('GET', '/accounts/acc-1001/statement?from=2025-03-01&to=2025-03-31&limit=5', 'Nested objects and lists'),
      entry('GET', '/accounts/acc-0000', 'An account that does not exist: 404 with a problem document'),
      entry('GET', '/accounts/acc-broken', 'An account that always fails: 500'),
      entry('OPTIONS', '/accounts', '204 with the header Allow'),
      entry('GET', '/branches?city=Berlin', 'An array with nothing around it'),
      entry('POST', '/cards/check', 'JSON {"cardNumber", "amount", "currency", "reserve"}: 200, 201 when reserved, 400, 415, 422'),
      entry('GET', '/cards/card-sample/statement', 'What was paid with a card, by the reference that the card page gave; any other is 404 after an hour'),
      entry('PUT', '/cards/card-1', 'Answers the card as sent; PATCH merges, DELETE answers 204; nothing is kept'),
    ],
  },
  {
    title: 'Pages for people',
    entries: [
      entry('GET', '/', 'The bank’s website with the messenger; channel=… for one of your own'),
      entry('GET', '/card?userId=c-1&convId=v-1&botId=b-1', 'The card page as links from the bot open it; posts to Parley’s Web View endpoint'),
      entry('GET', '/pages/refuses-framing', 'A page that may not be shown inside another'),
      entry('GET', '/pages/slow?ms=500', 'A page that takes its time'),
    ],
  },
  {
    title: 'Formats',
    entries: [
      entry('GET', '/rates.xml', 'XML with attributes, repeated elements, an entity and CDATA'),
      entry('GET', '/greeting.txt', 'Plain text'),
      entry('GET', '/nothing', '204 without a body'),
      entry('GET', '/binary', 'Every byte from 0 to 255'),
      entry('GET', '/charsets/latin1.json', 'ISO 8859-1; also latin1.txt, and latin1.xml with the charset in the document only'),
      entry('GET', '/charsets/utf16.json', 'UTF-16 with a byte order mark; bom.json is UTF-8 with one'),
      entry('GET', '/large?mb=5', 'JSON of exactly that size; or kb=690'),
      entry('GET', '/gzip?kb=64', 'The same, compressed'),
    ],
  },
  {
    title: 'What arrived',
    entries: [
      entry('GET', '/echo?any=thing', 'Any method: method, path, query, headers, body as received'),
      entry('POST', '/forms/contact', 'URL-encoded form: its fields in order'),
      entry('POST', '/forms/upload', 'Multipart form: its parts, files with name, type, size and text'),
    ],
  },
  {
    title: 'Trouble',
    entries: [
      entry('GET', '/limited?key=demo&limit=2&retry_after=1', '429 with Retry-After (as=date for a date) for the first calls of a key; reset=true, repeat=true'),
      entry('GET', '/flaky?key=demo&fail=2&status=503', 'Fails for the first calls of a key; reset=true, repeat=true'),
      entry('GET', '/slow?ms=500', 'Waits before it answers, up to 60 seconds'),
      entry('GET', '/drip?count=3&ms=100', 'Headers at once, the body in pieces'),
      entry('GET', '/status/418', 'Any status from 200 to 599'),
      entry('GET', '/invalid-json', 'JSON that breaks off; /empty-json has none at all; /invalid-xml'),
      entry('GET', '/wrong-type', 'JSON labelled as HTML; as=text'),
      entry('GET', '/redirect?count=2&status=302', 'Redirects one after another, ending at /echo'),
      entry('GET', '/redirect-to?url=/samples/ag-bank/branches', 'A redirect to a place on this server'),
      entry('GET', '/reset', 'Cuts the connection; when=body in the middle of the answer'),
    ],
  },
  {
    title: 'Protected',
    entries: [
      entry('GET', '/secure/basic', 'Basic: freddy / bank-pass'),
      entry('GET', '/secure/bearer', 'Access token: Bearer sample-token-123'),
      entry('GET', '/secure/api-key', 'API key: header X-Api-Key or query api_key = sample-key-456'),
      entry('POST', '/oauth/token', 'Client credentials: ag-bank-client / ag-bank-secret, by header or body; expires_in=5 in the query; GET /oauth/issued counts'),
      entry('POST', '/oauth/revoke-all', 'Every token issued so far stops working'),
      entry('GET', '/secure/oauth', 'Customer profile, for tokens with the scope profile'),
    ],
  },
];

function entry(method: string, path: string, about: string): GuideEntry {
  return { method, path, about };
}
