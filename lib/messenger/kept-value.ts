/** A text that outlives the page where the browser lets it, and lives as long as the page where it does not. */
export interface KeptValue {
  read(): string | null;
  /** Null forgets it. */
  write(value: string | null): void;
  /** Calls when another tab has written it, also while this page rested in the browser's history. */
  watch(onChange: (value: string | null) => void): void;
}

/**
 * Keeps a text in the site's own storage. The frame can't do this itself: browsers give embedded frames a storage of their own for each
 * site, or none. Never throws: storage may be switched off, full, or forbidden to sandboxed pages.
 * @param open gives the storage; looked at each time because the look alone may throw
 */
export function keepValue(key: string, open: () => Storage): KeptValue {
  /** What this page knows; another tab may have written something else since. */
  let known: string | null = null;
  let isDenied = false;

  function read(): string | null {
    try {
      return isDenied ? known : open().getItem(key);
    } catch {
      return known;
    }
  }

  return {
    read,
    write(value) {
      known = value;
      isDenied = false;
      try {
        if (value === null) open().removeItem(key);
        else open().setItem(key, value);
      } catch {
        // Kept in memory then.
        isDenied = true;
      }
    },
    watch(onChange) {
      const look = () => {
        const value = read();
        if (value === known) return;
        known = value;
        onChange(value);
      };
      known = read();
      addEventListener('storage', ({ key: changed }) => void (changed === key && look()));
      addEventListener('pageshow', ({ persisted }) => void (persisted && look()));
    },
  };
}
