import { toSafeUrl } from '@/components/messenger/safe-url';
import { decodeEntities } from '@/components/messenger/decode-entities';

/** Tags that a message's text may hold. Source: conversation-builder reference, section 6.4. */
export type LightTag = 'p' | 'br' | 'strong' | 'b' | 'i' | 'ul' | 'ol' | 'li' | 'a';

/** A piece of text, or an element. `href` is for links, already checked; null for one that may not be opened. */
export type LightNode = string | { tag: LightTag; href: string | null; children: LightNode[] };

type OpenElement = { tag: LightTag | null; children: LightNode[] };

/** Deeper nesting is flattened, so that no text can make the page overflow its stack. */
const DEPTH_MAX = 16;

/**
 * Reads the light HTML of a message into plain data. Tags beyond the allowed ones are dropped and their text kept, scripts and
 * styles are dropped whole; attributes other than a link's `href` are never read. Takes time linear in the text.
 */
export function parseLightHtml(html: string): LightNode[] {
  const root: LightNode[] = [];
  const stack: OpenElement[] = [{ tag: null, children: root }];
  let at = 0;
  while (at < html.length) {
    const tagAt = html.indexOf('<', at);
    if (tagAt > at || tagAt < 0) {
      const end = tagAt < 0 ? html.length : tagAt;
      addText(stack, decodeEntities(html.slice(at, end)));
      at = end;
      continue;
    }
    at = readTag(html, at, stack);
  }
  return root;
}

const tagPattern = /<(\/?)([a-z][a-z0-9]*)(\s[^<>]*)?\/?>/iy;

/** Reads what begins with `<` and gives where it ends; what is no tag is text. */
function readTag(html: string, at: number, stack: OpenElement[]): number {
  tagPattern.lastIndex = at;
  const found = tagPattern.exec(html);
  if (!found) {
    addText(stack, '<');
    return at + 1;
  }
  const [whole, slash, name = '', attributes = ''] = found;
  const tag = name.toLowerCase();
  const end = at + whole.length;
  if (tag === 'script' || tag === 'style') return slash ? end : skipTo(html, end, `</${tag}`);
  if (!isLightTag(tag)) return end;
  if (slash) closeElement(stack, tag);
  else openElement(stack, tag, attributes);
  return end;
}

/** Where the element that is dropped whole ends; the end of the text when it is never closed. */
function skipTo(html: string, from: number, closing: string): number {
  const closesAt = html.toLowerCase().indexOf(closing, from);
  if (closesAt < 0) return html.length;
  const endsAt = html.indexOf('>', closesAt);
  return endsAt < 0 ? html.length : endsAt + 1;
}

function openElement(stack: OpenElement[], tag: LightTag, attributes: string): void {
  const children: LightNode[] = [];
  stack.at(-1)?.children.push({ tag, href: tag === 'a' ? readHref(attributes) : null, children });
  if (tag !== 'br' && stack.length <= DEPTH_MAX) stack.push({ tag, children });
}

function closeElement(stack: OpenElement[], tag: LightTag): void {
  const depth = stack.findLastIndex((element) => element.tag === tag);
  if (depth > 0) stack.length = depth;
}

function readHref(attributes: string): string | null {
  const found = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i.exec(attributes);
  const href = found?.[1] ?? found?.[2] ?? found?.[3];
  return href === undefined ? null : toSafeUrl(decodeEntities(href), 'link');
}

function addText(stack: OpenElement[], text: string): void {
  const open = stack.at(-1);
  // White space between the entries of a list is layout of the source.
  if (!open || ((open.tag === 'ul' || open.tag === 'ol') && text.trim() === '')) return;
  const last = open.children.at(-1);
  if (typeof last === 'string') open.children[open.children.length - 1] = last + text;
  else open.children.push(text);
}

const lightTags: ReadonlySet<string> = new Set<LightTag>(['p', 'br', 'strong', 'b', 'i', 'ul', 'ol', 'li', 'a']);

function isLightTag(tag: string): tag is LightTag {
  return lightTags.has(tag);
}
