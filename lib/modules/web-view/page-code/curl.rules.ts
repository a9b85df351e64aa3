import { setIn } from './code-text.rules';
import type { PageCode, PageCodeInput } from './page-code.schema';

/** For a shell, to try it out. */
export function buildCurl({ endpoint, botId, isSigned, message, variables }: PageCodeInput): PageCode {
  const members = [
    `"botId": ${inShell(JSON.stringify(botId))},`,
    `"conversationId": "'"$CONVERSATION"'",`,
    `"userId": "'"$USER_ID"'",`,
    ...(message === '' ? [] : [`"message": ${inShell(JSON.stringify(message))},`]),
    `"contextVariables": ${inShell(JSON.stringify(variables.map(({ name, value }) => ({ name, value }))))}`,
  ];
  const text = `#!/bin/sh
# convId, userId${isSigned ? ' and token' : ''} of the page's address
CONVERSATION=$1
USER_ID=$2
${isSigned ? 'TOKEN=$3' : `HASH=$(printf '%s || %s' "$CONVERSATION" '${inShell(botId)}' | openssl dgst -sha256 | sed 's/.*= *//')`}

curl -X POST '${inShell(endpoint)}' \\
  -H 'Content-Type: application/json' \\
  -H "Authorization: ${isSigned ? 'Bearer $TOKEN' : '$HASH'}" \\
  -d '{
    ${setIn(members, 4)}
  }'
`;
  return { fileName: 'tell-bot.sh', command: `sh tell-bot.sh CONV_ID USER_ID${isSigned ? ' TOKEN' : ''}`, about: isSigned ? 'Any shell with curl.' : 'Any shell with curl and OpenSSL.', text };
}

/** Within single quotes of a shell. */
function inShell(text: string): string {
  return text.replace(/'/g, `'\\''`);
}
