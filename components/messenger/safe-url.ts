/**
 * The address when it may be opened or loaded from a message, else null: `http`, `https`, and for links `tel` and `mailto`,
 * and paths of this site. Scripts, data and other schemes are refused.
 */
export function toSafeUrl(url: string, use: 'link' | 'page' | 'media'): string | null {
  const text = url.trim();
  // Two slashes, or a slash and a backslash, name another host.
  if (/^\/(?![/\\])/.test(text)) return text;
  if (!URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  if (protocol === 'http:' || protocol === 'https:') return href;
  return use === 'link' && (protocol === 'tel:' || protocol === 'mailto:') ? href : null;
}

/** The host of an address for reading, empty for paths of this site. */
export function toHostText(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
