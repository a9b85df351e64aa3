import { setIn, toMessage, toQuoted } from './code-text.rules';
import { HASH_IN_BROWSER, NEEDS_HTTPS } from './javascript.rules';
import type { PageCode, PageCodeInput } from './page-code.schema';

/** A whole page with a form, whose fields become variables. */
export function buildHtmlForm({ endpoint, botId, isSigned, message, variables }: PageCodeInput): PageCode {
  const fields = variables.map(({ name, value }) => `<label>${toHtml(name)} <input name="${toHtml(name)}" value="${toHtml(value)}"></label>`);
  const text = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Your details</title>

<form id="form">
  ${setIn([...fields, '<button>Send</button>', '<p id="status" role="status"></p>'], 2)}
</form>

<script type="module">
// The bot opened this page with ?userId=…&convId=…&botId=…${isSigned ? '&token=…' : ''}
const address = new URL(location.href).searchParams;
const botId = ${toQuoted(botId)};
const conversationId = address.get('convId');
const form = document.getElementById('form');
const status = document.getElementById('status');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  try {
    const response = await fetch(${toQuoted(endpoint)}, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: ${isSigned ? "`Bearer ${address.get('token')}`" : "await toHash(`${conversationId} || ${botId}`)"},
      },
      body: JSON.stringify({
        botId,
        conversationId,
        userId: address.get('userId'),
        message: ${toMessage(message, 'null')},
        contextVariables: Object.fromEntries(new FormData(form)),
      }),
    });
    status.textContent = response.ok ? 'Thank you. Go back to the conversation.' : (await response.json()).detail;
  } catch (error) {
    console.error(error);
    status.textContent = 'Not sent. Check your connection, then send again.';
  }
});${isSigned ? '' : `\n\n${HASH_IN_BROWSER}`}
</script>
`;
  return { fileName: 'form.html', command: null, about: `A whole page: each field of its form becomes a variable.${isSigned ? '' : ` ${NEEDS_HTTPS}`}`, text };
}

function toHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
