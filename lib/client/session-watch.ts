/** Tells the page when the API has answered that nobody is signed in any more. One for the whole browser tab. */
export const sessionWatch = createSessionWatch();

/** A bell that `callApi` rings and the studio listens to. */
export function createSessionWatch() {
  const listeners = new Set<() => void>();
  return {
    reportEnded(): void {
      for (const listener of listeners) listener();
    },
    /** @returns how to stop listening */
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
