/** A value that a device keeps for a channel across reloads. */
export type KeptValue<Value> = { read: () => Value | null; write: (value: Value | null) => void };

/**
 * Keeps a value as JSON. Browsers may refuse storage to frames of other sites; then it lasts as long as the page.
 * @param name unique within the channel
 */
export function keepValue<Value>(channelId: string, name: string): KeptValue<Value> {
  const key = `parley.messenger.${channelId}.${name}`;
  let inMemory: Value | null = null;
  return {
    read() {
      try {
        const text = localStorage.getItem(key);
        // Written by this same function.
        return text === null ? inMemory : (JSON.parse(text) as Value);
      } catch {
        return inMemory;
      }
    },
    write(value) {
      inMemory = value;
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // Full or refused; the page still has it.
      }
    },
  };
}
