import { toMessage, toObject, toQuoted } from './code-text.rules';
import type { PageCode, PageCodeInput } from './page-code.schema';

/** For a server written in JavaScript. */
export function buildNode({ endpoint, botId, isSigned, message, variables }: PageCodeInput): PageCode {
  const text = `${isSigned ? '' : "import { createHash } from 'node:crypto';\n\n"}const botId = ${toQuoted(botId)};

export async function tellBot({ conversationId, userId${isSigned ? ', token' : ''}, message = null, variables = {} }) {
${isSigned ? '' : "  const hash = createHash('sha256').update(`${conversationId} || ${botId}`).digest('hex');\n"}  const response = await fetch(${toQuoted(endpoint)}, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: ${isSigned ? '`Bearer ${token}`' : 'hash'} },
    body: JSON.stringify({ botId, conversationId, userId, message, contextVariables: variables }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}

// convId, userId${isSigned ? ' and token' : ''} of the page's address
const [conversationId, userId${isSigned ? ', token' : ''}] = process.argv.slice(2);
console.log(await tellBot({ conversationId, userId${isSigned ? ', token' : ''}, message: ${toMessage(message, 'null')}, variables: ${toObject(variables)} }));
`;
  return { fileName: 'tell-bot.mjs', command: `node tell-bot.mjs CONV_ID USER_ID${isSigned ? ' TOKEN' : ''}`, about: 'Node 18 or newer, without packages.', text };
}
