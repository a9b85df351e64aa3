import { toMessage, toObject, toQuoted } from './code-text.rules';
import type { PageCode, PageCodeInput } from './page-code.schema';

/** Makes the hash with the browser's own means. */
export const HASH_IN_BROWSER = `async function toHash(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}`;

/** Browsers make hashes for safe pages only. Source: Web Cryptography API, section 10 (`SecureContext`). */
export const NEEDS_HTTPS = 'Serve it by HTTPS: browsers make no hash for other pages, but for localhost.';

/** A script for a page of one's own. */
export function buildJavaScript({ endpoint, botId, isSigned, message, variables }: PageCodeInput): PageCode {
  const text = `// The bot opened this page with ?userId=…&convId=…&botId=…${isSigned ? '&token=…' : ''}
const address = new URL(location.href).searchParams;
const botId = ${toQuoted(botId)};
const conversationId = address.get('convId');

export async function tellBot({ message = null, variables = {} }) {
  const response = await fetch(${toQuoted(endpoint)}, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: ${isSigned ? "`Bearer ${address.get('token')}`" : "await toHash(`${conversationId} || ${botId}`)"},
    },
    body: JSON.stringify({ botId, conversationId, userId: address.get('userId'), message, contextVariables: variables }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail);
  return answer;
}
${isSigned ? '' : `\n${HASH_IN_BROWSER}\n`}
const answer = await tellBot({ message: ${toMessage(message, 'null')}, variables: ${toObject(variables)} });
console.log('The bot has it:', answer.message, answer.variables);
`;
  return { fileName: 'tell-bot.js', command: null, about: `A script of type “module” in your own page.${isSigned ? '' : ` ${NEEDS_HTTPS}`}`, text };
}
