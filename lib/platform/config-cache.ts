import type { Clock } from './clock';

/** Remembers what was read from the database until something is changed through this process. */
export interface ConfigCache {
  /** The value remembered under `key`, else what `load` gives. Failures are not remembered. */
  read<T>(key: string, load: () => Promise<T>): Promise<T>;
  /** Forgets one key. */
  forget(key: string): void;
  /** Forgets everything. Called after each request that may have changed something, before it is answered. */
  forgetAll(): void;
}

interface ConfigCacheOptions {
  clock: Clock;
  /**
   * Whether this process alone writes to the database. If not, nothing is remembered: another process's changes would go unseen.
   */
  isOnlyWriter: boolean;
  /** Entries kept at most; the oldest go first. Default 5,000. */
  entryCountMax?: number;
  /** How long a value is good without any change, because sessions end by themselves. Default 30 s. */
  maxAgeMs?: number;
}

interface Entry {
  value: unknown;
  readAtMs: number;
}

/** A cache for sessions and configuration, which every run reads and which seldom change. */
export function createConfigCache({ clock, isOnlyWriter, entryCountMax = 5_000, maxAgeMs = 30_000 }: ConfigCacheOptions): ConfigCache {
  let entries = new Map<string, Entry>();
  return {
    async read<T>(key: string, load: () => Promise<T>): Promise<T> {
      if (!isOnlyWriter) return load();
      const known = entries.get(key);
      // Each key is only ever read with the same kind of value.
      if (known && clock.nowMs() - known.readAtMs < maxAgeMs) return known.value as T;
      const before = entries;
      const readAtMs = clock.nowMs();
      const value = await load();
      // A change while loading replaced the map: what was loaded may be stale then and goes into the dropped one.
      before.delete(key);
      before.set(key, { value, readAtMs });
      const [oldest] = before.keys();
      if (before.size > entryCountMax && oldest !== undefined) before.delete(oldest);
      return value;
    },
    forget: (key) => void entries.delete(key),
    forgetAll() {
      entries = new Map();
    },
  };
}
