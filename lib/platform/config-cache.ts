import type { Clock } from './clock';
import { createSharedReads } from './shared-reads';

/** Remembers what was read from the database until something is changed through this process. */
export interface ConfigCache {
  /**
   * The value remembered under `key`, else what `load` gives; whoever asks meanwhile waits for the same. Failures are not remembered.
   * Where other processes write too, nothing is older than the question: who asks while a load is under way shares the next one with all
   * others who do.
   */
  read<T>(key: string, load: () => Promise<T>): Promise<T>;
  /** Forgets one key. */
  forget(key: string): void;
  /** Forgets everything. Called after each request that may have changed something, before it is answered. */
  forgetAll(): void;
}

interface ConfigCacheOptions {
  clock: Clock;
  /**
   * Whether this process alone writes to the database. If not, nothing is remembered, because another process's changes would go unseen;
   * what is asked at the same time is still read once.
   */
  isOnlyWriter: boolean;
  /** Entries kept at most; the oldest go first. Default 5,000. */
  entryCountMax?: number;
  /** How long a value is good without any change, because sessions end by themselves. Default 30 s. */
  maxAgeMs?: number;
}

interface Entry {
  /** Kept as a promise: handing it out again makes no new one. */
  value: Promise<unknown>;
  readAtMs: number;
}

/** A cache for sessions and configuration, which every run reads and which seldom change. */
export function createConfigCache({ clock, isOnlyWriter, entryCountMax = 5_000, maxAgeMs = 30_000 }: ConfigCacheOptions): ConfigCache {
  let entries = new Map<string, Entry>();
  const sharedReads = createSharedReads();
  return {
    read<T>(key: string, load: () => Promise<T>): Promise<T> {
      if (!isOnlyWriter) return sharedReads.read(key, load);
      const nowMs = clock.nowMs();
      const known = entries.get(key);
      // Each key is only ever read with the same kind of value.
      if (known && nowMs - known.readAtMs < maxAgeMs) return known.value as Promise<T>;
      const value = load();
      const entry = { value, readAtMs: nowMs };
      // A change while loading replaces the map: what is loaded may be stale then and stays in the dropped one.
      const current = entries;
      current.delete(key);
      current.set(key, entry);
      value.catch(() => {
        if (current.get(key) === entry) current.delete(key);
      });
      const [oldest] = current.keys();
      if (current.size > entryCountMax && oldest !== undefined) current.delete(oldest);
      return value;
    },
    forget: (key) => void entries.delete(key),
    forgetAll() {
      entries = new Map();
    },
  };
}
