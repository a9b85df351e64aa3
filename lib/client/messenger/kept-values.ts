/** A value that a device keeps for a channel across reloads. `watch` tells what other tabs write, and gives what ends it. */
export type KeptValue<Value> = { read: () => Value | null; write: (value: Value | null) => void; watch: (onChange: (value: Value | null) => void) => () => void };

/**
 * Keeps a value as JSON. Browsers may refuse storage to frames of other sites; then it lasts as long as the page.
 * @param name unique within the channel
 */
export function keepValue<Value>(channelId: string, name: string): KeptValue<Value> {
  const key = `parley.messenger.${channelId}.${name}`;
  let inMemory: Value | null = null;
  let isDenied = false;
  return {
    read() {
      try {
        if (isDenied) return inMemory;
        const text = localStorage.getItem(key);
        // Written by this same function.
        return text === null ? null : (JSON.parse(text) as Value);
      } catch {
        return inMemory;
      }
    },
    write(value) {
      inMemory = value;
      isDenied = false;
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Full or refused; the page still has it.
        isDenied = true;
      }
    },
    watch(onChange) {
      const hear = (event: StorageEvent) => {
        if (event.key !== key) return;
        // Written by this same function.
        onChange(event.newValue === null ? null : (JSON.parse(event.newValue) as Value));
      };
      window.addEventListener('storage', hear);
      return () => window.removeEventListener('storage', hear);
    },
  };
}
