// What turns are measured against: a plain Node server that does the same HTTP exchange without a bot, storage or checks:
// message in, with `call` the target is called and its answer transformed, messages out.
import { Agent, createServer, request } from 'node:http';

const target = process.argv[2];
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let seq = 0;

function call() {
  return new Promise((resolve, reject) => {
    request(`${target}/?kb=2`, { agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    })
      .on('error', reject)
      .end();
  });
}

function toMessage(kind, text) {
  seq += 1;
  return {
    id: `conversation:${seq}`, seq, actor: { kind, id: 'somebody' }, visibility: 'normal', parts: [{ kind: 'text', html: text }], plainText: text,
    delayMs: 0, interactionId: null, inReplyTo: null, createdAt: new Date().toISOString(),
  };
}

const server = createServer((incoming, response) => {
  const chunks = [];
  incoming.on('data', (chunk) => chunks.push(chunk));
  incoming.on('end', async () => {
    const { text } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const messages = [toMessage('consumer', text)];
    if (text.startsWith('look')) {
      const open = JSON.parse(await call()).items.filter((item) => item.open);
      messages.push(toMessage('bot', 'One moment.'), toMessage('bot', `Found ${open[0].title}`));
    } else messages.push(toMessage('bot', 'Hello.'));
    const body = JSON.stringify({ turn: { number: seq, status: 'done' }, messages });
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening ${server.address().port}\n`));
