/** Where people land who come from nowhere. */
export const START_PATH = '/bots';

/**
 * The address to go on to after signing in: `next` when it is a path of this site, else the list of bots. Whole addresses, `//host`,
 * `/\host` and paths of the sign-in pages themselves are refused, so that a link can't lead a person elsewhere.
 */
export function toOwnPath(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return START_PATH;
  const base = 'http://own.invalid';
  const address = URL.canParse(next, base) ? new URL(next, base) : null;
  if (address === null || address.origin !== base || /^\/(sign-in|welcome)(\/|$)/.test(address.pathname)) return START_PATH;
  // Dot segments can leave two slashes at the beginning.
  if (address.pathname.startsWith('//')) return START_PATH;
  return address.pathname + address.search + address.hash;
}

/** The sign-in page that leads back to `path`. */
export function toSignInHref(path: string): string {
  const next = toOwnPath(path);
  return next === START_PATH ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}
