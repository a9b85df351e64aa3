import type { JsonValue } from '@/lib/engine/json';
import type { Clock } from '@/lib/platform/clock';
import type { ActiveConversation } from './active-conversation';
import type { PermanentPlace, StoredPermanentVariable } from './active-conversation.store';

/** Who has permanent variables: a consumer of a bot. */
export interface PermanentOwner extends Pick<ActiveConversation, 'botId' | 'kind'> {
  consumerId: string;
}

/** Variables of consumers that outlive conversations, as they are at a turn's begin. */
export interface PermanentVariables {
  /** Those that are still good, by name; the same for all consumers that are one person. */
  read(owner: PermanentOwner): Promise<Record<string, JsonValue>>;
  /** Some may have been written. Call it after every try, before anybody is told what came of it. */
  changed(owner: PermanentOwner): void;
  /** Consumers turned out to be one person. */
  merged(): void;
}

interface PermanentVariablesDeps {
  clock: Pick<Clock, 'nowMs'>;
  /** Whether this process alone writes to the database. If not, nothing is remembered. */
  isOnlyWriter: boolean;
  /** The contact that a consumer of a live conversation is part of. */
  findPersonId(consumerId: string): Promise<string>;
  list(place: PermanentPlace): Promise<StoredPermanentVariable[]>;
}

/** Persons and their variables that are remembered; who was asked about longest ago goes first. */
const REMEMBERED_COUNT_MAX = 5_000;
/** What a person's variables may take as JSON text to be remembered. */
const REMEMBERED_LENGTH_MAX = 2_000;

/** Remembers what consumers have, which is mostly nothing, so that their turns need not ask the database. */
export function createPermanentVariables({ clock, isOnlyWriter, findPersonId, list }: PermanentVariablesDeps): PermanentVariables {
  let personIds = new Map<string, string>();
  let variables = new Map<string, StoredPermanentVariable[]>();
  /** Counts up whenever something changes: what was asked for before is not remembered. */
  let changeCount = 0;

  async function readThrough<T>(known: Map<string, T>, key: string, { load, isKept }: { load(): Promise<T>; isKept(value: T): boolean }): Promise<T> {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const before = changeCount;
    const value = await load();
    if (!isOnlyWriter || before !== changeCount || !isKept(value)) return value;
    known.set(key, value);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED_COUNT_MAX && oldest !== undefined) known.delete(oldest);
    return value;
  }

  return {
    async read({ botId, kind, consumerId }) {
      const isPreview = kind === 'preview';
      const personId = isPreview ? consumerId : await readThrough(personIds, consumerId, { load: () => findPersonId(consumerId), isKept: () => true });
      const place = { botId, isPreview, personId };
      const found = await readThrough(variables, toKey(place), { load: () => list(place), isKept: (value) => JSON.stringify(value).length <= REMEMBERED_LENGTH_MAX });
      const nowMs = clock.nowMs();
      return Object.fromEntries(found.flatMap(({ name, value, expiresAtMs }) => (expiresAtMs > nowMs ? [[name, value]] : [])));
    },
    changed({ botId, kind, consumerId }) {
      changeCount += 1;
      const isPreview = kind === 'preview';
      const personId = isPreview ? consumerId : personIds.get(consumerId);
      if (personId === undefined) variables = new Map();
      else variables.delete(toKey({ botId, isPreview, personId }));
    },
    merged() {
      changeCount += 1;
      personIds = new Map();
      variables = new Map();
    },
  };
}

function toKey({ botId, isPreview, personId }: PermanentPlace): string {
  return JSON.stringify([botId, isPreview, personId]);
}
