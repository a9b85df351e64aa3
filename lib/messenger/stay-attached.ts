/** A site that removes us on purpose wins in the end. */
const RETURN_COUNT_MAX = 50;

/**
 * Puts an element back when the page's own scripts have replaced the body or emptied it, as single-page sites do on navigation.
 * Where it stood is all that is lost: its frame loads anew.
 */
export function stayAttached(host: HTMLElement): () => void {
  let returnCount = 0;
  const observer = new MutationObserver(() => {
    if (host.isConnected || !(document.body as HTMLElement | null) || returnCount >= RETURN_COUNT_MAX) return;
    returnCount += 1;
    document.body.append(host);
    watch();
  });
  function watch(): void {
    observer.disconnect();
    observer.observe(document.documentElement, { childList: true });
    observer.observe(document.body, { childList: true });
  }
  watch();
  return () => observer.disconnect();
}
