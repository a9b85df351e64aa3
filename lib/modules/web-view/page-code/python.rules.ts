import { toMessage, toObject, toQuoted } from './code-text.rules';
import type { PageCode, PageCodeInput } from './page-code.schema';

/** For a server written in Python. */
export function buildPython({ endpoint, botId, isSigned, message, variables }: PageCodeInput): PageCode {
  const text = `${isSigned ? '' : 'import hashlib\n'}import json
import sys
import urllib.error
import urllib.request

BOT_ID = ${toQuoted(botId)}


def tell_bot(conversation_id, user_id, ${isSigned ? 'token, ' : ''}message=None, variables=None):
${isSigned ? '' : '    page_hash = hashlib.sha256(f"{conversation_id} || {BOT_ID}".encode()).hexdigest()\n'}    body = {
        "botId": BOT_ID,
        "conversationId": conversation_id,
        "userId": user_id,
        "message": message,
        "contextVariables": variables or {},
    }
    request = urllib.request.Request(
        ${toQuoted(endpoint)},
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", "Authorization": ${isSigned ? 'f"Bearer {token}"' : 'page_hash'}},
    )
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        raise RuntimeError(json.load(error)["detail"]) from error


# convId, userId${isSigned ? ' and token' : ''} of the page's address
conversation_id, user_id${isSigned ? ', token' : ''} = sys.argv[1:]
print(tell_bot(conversation_id, user_id, ${isSigned ? 'token, ' : ''}${toMessage(message, 'None')}, ${toObject(variables)}))
`;
  return { fileName: 'tell_bot.py', command: `python3 tell_bot.py CONV_ID USER_ID${isSigned ? ' TOKEN' : ''}`, about: 'Python 3, without packages.', text };
}
