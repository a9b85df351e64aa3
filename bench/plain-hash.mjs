// What posts of pages are measured against: a plain Node server that reads the body, verifies the hash and answers.
import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const server = createServer((incoming, response) => {
  const chunks = [];
  incoming.on('data', (chunk) => chunks.push(chunk));
  incoming.on('end', () => {
    const { conversationId, botId, contextVariables = [] } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const expected = createHash('sha256').update(`${conversationId} || ${botId}`).digest();
    const given = Buffer.from(incoming.headers.authorization ?? '', 'hex');
    const isRight = given.length === expected.length && timingSafeEqual(given, expected);
    const body = JSON.stringify(isRight ? { variables: contextVariables.map(({ name }) => name) } : { status: 401, code: 'wrong-hash' });
    response.writeHead(isRight ? 200 : 401, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening ${server.address().port}\n`));
