import { POSTS_KEPT_MAX, type WebViewPost } from '@/lib/modules/web-view/web-view-post.schema';

/**
 * Posts that are known with the newest ones, newest first, each once.
 * @returns null when there may be others between the two, or what is known may have changed: then all must be read
 */
export function mergePosts(known: readonly WebViewPost[], newest: readonly WebViewPost[]): WebViewPost[] | null {
  const oldestNew = newest.at(-1);
  if (!oldestNew || known.length === 0) return known.length === 0 ? [...newest] : null;
  if (!known.some(({ id }) => id === oldestNew.id)) return null;
  const fresh = new Set(newest.map(({ id }) => id));
  const rest = known.slice(known.findIndex(({ id }) => id === oldestNew.id) + 1).filter(({ id }) => !fresh.has(id));
  // A post that waited for its turn gets its outcome later.
  if (rest.some(({ outcome }) => outcome === 'queued')) return null;
  return [...newest, ...rest].slice(0, POSTS_KEPT_MAX);
}
