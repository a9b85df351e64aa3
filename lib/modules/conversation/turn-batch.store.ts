import type { Message } from '@/lib/engine/messages/message.schema';
import type { Database, DatabaseProvider } from '@/lib/platform/db/open-database';
import { packJson } from '@/lib/platform/db/packed-json';
import { inRawTransaction, toRawTransaction, type RawTransaction } from '@/lib/platform/db/raw-transaction';
import { buildInserts, buildValues, type SqlStatement } from '@/lib/platform/db/sql-rows';
import { toOwnSeq, toReadSeq, type ConversationAdvance, type TurnRow, type TurnWrite, type WriteResult } from './turn-write';
import { hasTurnEffects, writeTurnEffects } from './turn-effects.store';

// Written by hand: the query builder takes longer for a turn than everything else in it together.

const CONVERSATION_COLUMNS = {
  id: 'text', workspaceId: 'text', botId: 'text', releaseId: 'text', kind: 'text', options: 'text', consumerId: 'text', channel: 'text', channelId: 'text',
  status: 'text', state: 'text', version: 'integer', lastSeq: 'integer', readSeq: 'integer', createdAt: 'timestamp(3)', updatedAt: 'timestamp(3)', closedAt: 'timestamp(3)',
} as const;
const ADVANCE_COLUMNS = {
  id: 'text', version: 'integer', botId: 'text', releaseId: 'text', status: 'text', state: 'text', lastSeq: 'integer', readSeq: 'integer', updatedAt: 'timestamp(3)', closedAt: 'timestamp(3)',
} as const;
const TURN_COLUMNS = {
  conversationId: 'text', number: 'integer', workspaceId: 'text', status: 'text', event: 'text', postId: 'text', journal: 'bytea', trace: 'bytea', stateAfter: 'bytea',
  ownerId: 'text', leaseUntil: 'timestamp(3)', startedAt: 'timestamp(3)', durationMs: 'double precision',
} as const;
const TURN_UPDATE_COLUMNS = {
  conversationId: 'text', number: 'integer', writerId: 'text', status: 'text', journal: 'bytea', trace: 'bytea', stateAfter: 'bytea', ownerId: 'text', leaseUntil: 'timestamp(3)', durationMs: 'double precision',
} as const;
const MESSAGE_COLUMNS = {
  conversationId: 'text', seq: 'integer', workspaceId: 'text', actorKind: 'text', turnNumber: 'integer', clientMessageId: 'text', content: 'text', createdAt: 'timestamp(3)',
} as const;

/** A write with what is long packed, which is done before the transaction. */
interface PackedWrite extends TurnWrite {
  packed: { journal: Uint8Array | null; trace: Uint8Array | null; stateAfter: Uint8Array | null };
}

/**
 * Writes many turns in one transaction. What comes too late is left out and answered with `conflict`.
 * @throws the database's refusal when a message or turn is there already; then nothing is written
 */
export async function writeTurnBatch({ db, provider }: { db: Database; provider: DatabaseProvider }, writes: TurnWrite[]): Promise<WriteResult[]> {
  const packed = await Promise.all(writes.map(pack));
  const writeAll = async (batch: Batch, writeEffects: (kept: TurnWrite[]) => Promise<void>) => {
    const kept = await writeRows(batch, packed);
    await writeEffects(kept);
    const keptSet = new Set<TurnWrite>(kept);
    return packed.map((write) => (keptSet.has(write) ? 'written' : 'conflict'));
  };
  if (!packed.some(hasTurnEffects)) return inRawTransaction(db, (transaction) => writeAll({ transaction, provider }, () => Promise.resolve()));
  return db.$transaction((transaction) => writeAll({ transaction: toRawTransaction(transaction), provider }, (kept) => writeTurnEffects(transaction, kept)));
}

/** Writes conversations, turns and messages; gives the writes that were not too late. */
async function writeRows(batch: Batch, writes: PackedWrite[]): Promise<PackedWrite[]> {
  const accepted = await advanceConversations(batch, writes);
  const updates = writes.filter((write) => write.turn?.mode === 'update' && (write.advance === null || accepted.has(write)));
  const updated = await updateTurns(batch, updates);
  for (const write of updates) {
    if (updated.has(write)) accepted.add(write);
    else accepted.delete(write);
  }
  const kept = writes.filter((write) => accepted.has(write));
  const inserts = kept.filter((write) => write.turn?.mode === 'insert').flatMap(toTurnRow);
  await run(batch, buildInserts(batch.provider, 'Turn', { columns: TURN_COLUMNS, rows: [...inserts, ...kept.flatMap(toNextTurnRow)] }));
  await run(batch, buildInserts(batch.provider, 'Message', { columns: MESSAGE_COLUMNS, rows: kept.flatMap(toMessageRows) }));
  return kept;
}

async function pack(write: TurnWrite): Promise<PackedWrite> {
  const row = write.turn?.row;
  const packAny = (value: unknown) => (value === null || value === undefined ? null : packJson(value));
  const [journal, trace, stateAfter] = await Promise.all([packAny(row?.journal.length === 0 ? null : row?.journal), packAny(row?.trace), packAny(row?.stateAfter)]);
  return { ...write, packed: { journal, trace, stateAfter } };
}

interface Batch {
  transaction: RawTransaction;
  provider: DatabaseProvider;
}

/** Moves conversations on, and gives the writes for which that was possible. */
async function advanceConversations({ transaction, provider }: Batch, writes: PackedWrite[]): Promise<Set<PackedWrite>> {
  const advances = writes.flatMap((write) => (write.advance === null ? [] : [{ write, advance: write.advance }]));
  const created = advances.filter(({ write }) => write.conversation.version === 0);
  const moved = advances.filter(({ write }) => write.conversation.version > 0);
  const rows = created.map(({ write, advance }) => ({ ...toNewRow(write), ...toAdvanceRow(write, advance), version: 1 }));
  await run({ transaction, provider }, buildInserts(provider, 'Conversation', { columns: CONVERSATION_COLUMNS, rows }));
  if (moved.length === 0) return new Set(created.map(({ write }) => write));

  const { text, values } = buildValues(provider, ADVANCE_COLUMNS, moved.map(({ write, advance }) => toAdvanceRow(write, advance)));
  const ids = await transaction.list({
    text: `WITH next (${Object.keys(ADVANCE_COLUMNS).map((name) => `"${name}"`).join(', ')}) AS (${text})
     UPDATE "Conversation" SET "version" = next."version" + 1, "botId" = next."botId", "releaseId" = next."releaseId", "status" = next."status", "state" = next."state",
       "lastSeq" = next."lastSeq", "readSeq" = CASE WHEN next."readSeq" > "Conversation"."readSeq" THEN next."readSeq" ELSE "Conversation"."readSeq" END, "updatedAt" = next."updatedAt", "closedAt" = next."closedAt"
     FROM next WHERE "Conversation"."id" = next."id" AND "Conversation"."version" = next."version" RETURNING "Conversation"."id" AS "id"`,
    values,
  });
  const idSet = new Set(ids);
  return new Set([...created, ...moved.filter(({ write }) => idSet.has(write.conversation.id))].map(({ write }) => write));
}

/** Writes on turns that were accepted before; gives those that still belong to their writer. */
async function updateTurns({ transaction, provider }: Batch, writes: PackedWrite[]): Promise<Set<PackedWrite>> {
  if (writes.length === 0) return new Set();
  const rows = writes.flatMap((write) => toTurnRow(write).map((row) => ({ ...row, writerId: write.ownerId })));
  const { text, values } = buildValues(provider, TURN_UPDATE_COLUMNS, rows);
  const found = await transaction.list({
    text: `WITH next (${Object.keys(TURN_UPDATE_COLUMNS).map((name) => `"${name}"`).join(', ')}) AS (${text})
     UPDATE "Turn" SET "status" = next."status", "journal" = next."journal", "trace" = next."trace", "stateAfter" = next."stateAfter",
       "ownerId" = next."ownerId", "leaseUntil" = next."leaseUntil", "durationMs" = next."durationMs"
     FROM next WHERE "Turn"."conversationId" = next."conversationId" AND "Turn"."number" = next."number" AND "Turn"."ownerId" = next."writerId"
     RETURNING "Turn"."conversationId" AS "conversationId"`,
    values,
  });
  const ids = new Set(found);
  return new Set(writes.filter((write) => ids.has(write.conversation.id)));
}

async function run({ transaction }: Batch, statements: SqlStatement[]): Promise<void> {
  for (const statement of statements) await transaction.execute(statement);
}

function toNewRow({ conversation }: TurnWrite) {
  const { id, workspaceId, botId, kind, channelId, options, state, createdAtMs } = conversation;
  return { id, workspaceId, botId, kind, options: JSON.stringify(options), consumerId: state.consumer.id, channel: state.consumer.channel, channelId, createdAt: new Date(createdAtMs) };
}

function toAdvanceRow({ conversation, turn, move, messages }: TurnWrite, { stateText, status, releaseId, lastSeq, atMs }: ConversationAdvance) {
  const at = new Date(atMs);
  return { id: conversation.id, version: conversation.version, botId: move?.botId ?? conversation.botId, releaseId, status, state: stateText, lastSeq, readSeq: toReadSeq({ turn, messages }) ?? 0, updatedAt: at, closedAt: status === 'closed' ? at : null };
}

/** The first turn of the bot that the conversation moves to; nothing has been asked in it yet. */
function toNextTurnRow({ move, ...write }: PackedWrite) {
  return move === null ? [] : toTurnRow({ ...write, move, turn: { row: move.row, mode: 'insert' }, packed: { journal: null, trace: null, stateAfter: null } });
}

function toTurnRow({ conversation, turn, packed }: PackedWrite) {
  if (turn === null) return [];
  const { number, status, event, lease, startedAtMs, durationMs }: TurnRow = turn.row;
  return [{
    conversationId: conversation.id, number, workspaceId: conversation.workspaceId, status, event: JSON.stringify(event),
    postId: event.kind === 'web-view-posted' ? event.messageId : null, ...packed,
    ownerId: lease?.ownerId ?? null, leaseUntil: lease && new Date(lease.untilMs), startedAt: new Date(startedAtMs), durationMs,
  }];
}

function toMessageRows({ conversation, turn, messages, clientMessageId }: TurnWrite) {
  // The sender's id stands with the consumer's first message of the turn.
  const ownSeq = toOwnSeq(messages);
  return messages.map((message: Message) => ({
    conversationId: conversation.id, seq: message.seq, workspaceId: conversation.workspaceId, actorKind: message.actor.kind, turnNumber: turn?.row.number ?? 0,
    clientMessageId: message.seq === ownSeq ? clientMessageId : null, content: JSON.stringify(message), createdAt: new Date(message.createdAt),
  }));
}
