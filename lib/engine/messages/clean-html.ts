import { decodeEntities } from './decode-entities';
import { escapeHtml } from './escape-html';

/** Source: conversation-builder reference, section 6.4. */
const ALLOWED_TAGS = new Set(['p', 'br', 'strong', 'b', 'i', 'ul', 'ol', 'li', 'a']);
const ALLOWED_SCHEMES = /^(?:https?|tel|mailto):/i;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s(?:"[^"]*"|'[^']*'|[^'"<>])*)?)\/?>/gi;
const HREF = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;
/** An ampersand that begins no character reference. */
const BARE_AMPERSAND = /&(?!(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});)/gi;

/**
 * Light HTML that is safe to show: only the allowed tags, closed in order, without attributes but `href` of a link with an
 * allowed scheme; everything else is escaped and so shown as it was written. Idempotent.
 */
export function cleanHtml(html: string): string {
  if (!/[<>&]/.test(html)) return html;
  const open: string[] = [];
  let cleaned = '';
  let position = 0;
  for (const match of html.matchAll(TAG)) {
    const [text, slash = '', rawName = '', attributes = ''] = match;
    cleaned += cleanText(html.slice(position, match.index));
    position = match.index + text.length;
    const name = rawName.toLowerCase();
    if (!ALLOWED_TAGS.has(name)) cleaned += escapeHtml(text);
    else if (name === 'br') cleaned += '<br>';
    else if (slash === '') {
      open.push(name);
      cleaned += name === 'a' ? openLink(attributes) : `<${name}>`;
    } else cleaned += closeTag(open, name);
  }
  cleaned += cleanText(html.slice(position));
  return cleaned + open.reverse().map((name) => `</${name}>`).join('');
}

function cleanText(text: string): string {
  return text.replace(BARE_AMPERSAND, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A link without an address that is allowed stays a link without an address. */
function openLink(attributes: string): string {
  const [, double, single, bare] = HREF.exec(attributes) ?? [];
  const address = decodeEntities(double ?? single ?? bare ?? '').trim();
  return ALLOWED_SCHEMES.test(address) ? `<a href="${escapeHtml(address)}">` : '<a>';
}

/** Closes what was opened inside first; a closing tag that nothing opened is dropped. */
function closeTag(open: string[], name: string): string {
  const index = open.lastIndexOf(name);
  return index < 0 ? '' : open.splice(index).reverse().map((each) => `</${each}>`).join('');
}
