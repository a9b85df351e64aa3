import type { Database, DatabaseProvider } from '@/lib/platform/db/open-database';
import { isUniqueViolation } from '@/lib/platform/db/unique-violation';
import { writeTurnBatch } from './turn-batch.store';
import type { PermanentVariables } from './permanent-variables';
import type { TurnWatcher } from './turn-watcher';
import type { TurnWrite, WriteResult } from './turn-write';

/** Brings turns to the disk, many at a time. */
export interface TurnWriter {
  /** Resolves when it is on the disk, or it is clear that it can't be. */
  write(write: TurnWrite): Promise<WriteResult>;
}

interface WaitingWrite {
  write: TurnWrite;
  resolve(result: WriteResult): void;
  reject(error: unknown): void;
}

const BATCH_COUNT_MAX = 200;

/**
 * Writes turns in groups: what comes while one transaction is under way is written together in the next. So a single turn waits for
 * nobody, and under load the disk confirms many turns at once.
 */
export function createTurnWriter(deps: { db: Database; provider: DatabaseProvider; permanentVariables: Pick<PermanentVariables, 'changed'>; watcher: Pick<TurnWatcher, 'written'> }): TurnWriter {
  let waiting: WaitingWrite[] = [];
  let isWriting = false;

  async function writeWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH_COUNT_MAX);
      waiting = waiting.slice(BATCH_COUNT_MAX);
      await writeBatch(batch);
    }
    isWriting = false;
  }

  async function writeBatch(batch: WaitingWrite[]): Promise<void> {
    const needed = withoutOvertaken(batch);
    try {
      const results = await writeTurnBatch(deps, needed.map(({ write }) => write)).finally(() => tellOfPermanent(needed));
      settle(batch, new Map(needed.map(({ write }, index) => [toTurnKey(write), results[index] ?? 'conflict'])));
      for (const [index, { write }] of needed.entries()) if (results[index] === 'written') deps.watcher.written(write);
    } catch (error) {
      // Alone, each tells for itself what is wrong with it; the others are written.
      if (needed.length > 1) for (const { write } of needed) await writeBatch(batch.filter((each) => toTurnKey(each.write) === toTurnKey(write)));
      else if (isUniqueViolation(error)) settle(batch, new Map(needed.map(({ write }) => [toTurnKey(write), 'duplicate'])));
      else for (const { reject } of batch) reject(error);
    }
  }

  /** Also when they could not be written: whoever read meanwhile may have seen what was taken back. */
  function tellOfPermanent(batch: WaitingWrite[]): void {
    for (const { write } of batch) {
      if (!write.effects.some(({ kind }) => kind === 'save-permanent-variable')) continue;
      const { botId, kind, state } = write.conversation;
      deps.permanentVariables.changed({ botId, kind, consumerId: state.consumer.id });
    }
  }

  return {
    write: (write) =>
      new Promise((resolve, reject) => {
        waiting.push({ write, resolve, reject });
        if (isWriting) return;
        isWriting = true;
        // Turns of requests that the network has ready go along with this one.
        setImmediate(() => void writeWaiting());
      }),
  };
}

/** A note in a turn's journal is written with the turn itself when both are there. */
function withoutOvertaken(batch: WaitingWrite[]): WaitingWrite[] {
  return [...new Map(batch.map((each) => [toTurnKey(each.write), each])).values()];
}

function toTurnKey({ conversation, turn }: TurnWrite): string {
  return `${conversation.id} ${turn?.row.number ?? ''}`;
}

function settle(batch: WaitingWrite[], resultByKey: Map<string, WriteResult>): void {
  for (const { write, resolve } of batch) resolve(resultByKey.get(toTurnKey(write)) ?? 'conflict');
}
