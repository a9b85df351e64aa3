// The API that is called in the measurements: answers JSON of about ?kb= kilobytes, made once.
import { createServer } from 'node:http';

const bodies = new Map();
function bodyOf(kb) {
  if (!bodies.has(kb)) {
    const items = [];
    for (let number = 0; JSON.stringify({ items }).length < kb * 1024; number += 1) items.push({ id: `a${number}`, title: `Account ${number}`, balance: number * 1.5, open: number % 3 !== 0 });
    bodies.set(kb, Buffer.from(JSON.stringify({ items })));
  }
  return bodies.get(kb);
}

const server = createServer((request, response) => {
  const body = bodyOf(Number(new URL(request.url, 'http://x').searchParams.get('kb') ?? 2));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
});
// The plain server rests while Parley is measured; a connection closed just as it begins again would end it.
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening ${server.address().port}\n`));
