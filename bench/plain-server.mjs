// What Parley is measured against: a plain Node server doing the same job without isolation, storage or checks:
// POST in, call the target, transform the result, answer.
import { Agent, createServer, request } from 'node:http';

const target = process.argv[2];
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function call(url) {
  return new Promise((resolve, reject) => {
    request(url, { agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    })
      .on('error', reject)
      .end();
  });
}

const server = createServer((incoming, response) => {
  const chunks = [];
  incoming.on('data', (chunk) => chunks.push(chunk));
  incoming.on('end', async () => {
    const { kb, withScript } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const text = await call(`${target}/?kb=${kb}`);
    const document = JSON.parse(text);
    const result = withScript ? { items: document.items.filter((item) => item.open).map((item) => ({ name: item.title, amount: item.balance })) } : document;
    const body = JSON.stringify({ status: 200, body: text, result, fields: { title: document.items.map((item) => item.title) } });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening ${server.address().port}\n`));
