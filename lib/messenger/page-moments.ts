/** Calls once the page has a body; at once where it has. */
export function whenBody(run: () => void): void {
  // Typed as always there; scripts in the head run before it is.
  if (document.body as HTMLElement | null) run();
  else document.addEventListener('DOMContentLoaded', run, { once: true });
}

/** Calls once the page has loaded and has nothing better to do, so that the messenger never slows it down. */
export function whenIdle(run: () => void): void {
  const soon = () => {
    // Safari does not have it.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 2_000 });
    else setTimeout(run, 200);
  };
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}
