/** Counts calls per key. Keeps the newest thousand keys, so that nobody can fill the memory with made-up ones. */
export interface CallCounter {
  /** Number of this call, beginning with 1. */
  next: (key: string) => number;
  /** The next call of this key is number 1 again. */
  reset: (key: string) => void;
}

/** A counter that has seen no calls. */
export function createCallCounter(): CallCounter {
  const countByKey = new Map<string, number>();
  return {
    next: (key) => {
      const count = (countByKey.get(key) ?? 0) + 1;
      countByKey.delete(key);
      countByKey.set(key, count);
      const oldestKey = countByKey.keys().next().value;
      if (countByKey.size > KEY_COUNT_MAX && oldestKey !== undefined) countByKey.delete(oldestKey);
      return count;
    },
    reset: (key) => void countByKey.delete(key),
  };
}

const KEY_COUNT_MAX = 1_000;
