/** State outside React, for `useSyncExternalStore`. */
export type Store<State> = {
  get: () => State;
  /** Changes the state; listeners hear of it at once. */
  update: (change: Partial<State> | ((state: State) => Partial<State>)) => void;
  /** @returns how to stop listening */
  subscribe: (listener: () => void) => () => void;
};

/** A store that begins with a state. */
export function createStore<State extends object>(first: State): Store<State> {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    update(change) {
      state = { ...state, ...(typeof change === 'function' ? change(state) : change) };
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
