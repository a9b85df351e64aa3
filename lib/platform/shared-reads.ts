/** Reads at the same time what many ask for at the same time. */
export interface SharedReads {
  /** What `load` gives, begun after this call: so it shows every change that was acknowledged before it. Each key is only ever read with the same kind of value. */
  read<T>(key: string, load: () => Promise<T>): Promise<T>;
}

interface Line {
  /** Settles without failing. */
  current: Promise<unknown>;
  /** The one after it, for all who came since it began; null: nobody did. */
  next: Promise<unknown> | null;
}

/**
 * For each key one load at a time. Who comes while one is under way can't have its value, which may be older than the question, and shares
 * the next one with all others who came meanwhile. So a single question waits for nobody, and a hundred cost two loads.
 */
export function createSharedReads(): SharedReads {
  const lines = new Map<string, Line>();

  function begin<T>(key: string, load: () => Promise<T>): Promise<T> {
    const value = load();
    const line: Line = { current: value.catch(() => undefined), next: null };
    lines.set(key, line);
    // Whoever waits for the next load has taken the line over before.
    void line.current.then(() => line.next === null && lines.delete(key));
    return value;
  }

  return {
    read<T>(key: string, load: () => Promise<T>): Promise<T> {
      const line = lines.get(key);
      if (!line) return begin(key, load);
      line.next ??= line.current.then(() => begin(key, load));
      return line.next as Promise<T>;
    },
  };
}
