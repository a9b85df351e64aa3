/** A text that outlives the page where the browser lets it, and lives as long as the page where it does not. */
export interface KeptValue {
  read(): string | null;
  /** Null forgets it. */
  write(value: string | null): void;
}

/**
 * Keeps a text in the site's own storage. The frame can't do this itself: browsers give embedded frames a storage of their own for each
 * site, or none. Never throws: storage may be switched off, full, or forbidden to sandboxed pages.
 * @param open gives the storage; looked at each time because the look alone may throw
 */
export function keepValue(key: string, open: () => Storage): KeptValue {
  let inMemory: string | null = null;
  return {
    read() {
      try {
        return open().getItem(key) ?? inMemory;
      } catch {
        return inMemory;
      }
    },
    write(value) {
      inMemory = value;
      try {
        if (value === null) open().removeItem(key);
        else open().setItem(key, value);
      } catch {
        // Kept in memory then.
      }
    },
  };
}
