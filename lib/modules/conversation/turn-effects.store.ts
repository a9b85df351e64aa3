import type { OutcomeEffect } from '@/lib/engine/effect.schema';
import { findPersonId } from '@/lib/modules/contact/person-data.store';
import { contextDataStore } from '@/lib/modules/context-data/context-data.store';
import type { DatabaseTransaction } from '@/lib/platform/db/open-database';
import type { TurnWrite } from './turn-write';

/** Whether a turn did anything besides sending messages. */
export function hasTurnEffects({ effects, firedTimerId, advance }: TurnWrite): boolean {
  return effects.length > 0 || firedTimerId !== null || advance?.status === 'closed';
}

/** Carries out what turns did besides sending messages, in the transaction that keeps the turns. Most turns did nothing else. */
export async function writeTurnEffects(transaction: DatabaseTransaction, writes: TurnWrite[]): Promise<void> {
  for (const write of writes) {
    const { id: conversationId } = write.conversation;
    if (write.firedTimerId !== null) await transaction.timer.deleteMany({ where: { conversationId, timerId: write.firedTimerId } });
    for (const effect of write.effects) await writeEffect(transaction, write, effect);
    if (write.advance?.status === 'closed') await transaction.timer.deleteMany({ where: { conversationId } });
  }
}

async function writeEffect(transaction: DatabaseTransaction, { conversation, advance }: TurnWrite, effect: OutcomeEffect): Promise<void> {
  const { id: conversationId, workspaceId, botId, kind, state } = conversation;
  const isPreview = kind === 'preview';
  const consumerId = state.consumer.id;
  const atMs = advance?.atMs ?? 0;
  switch (effect.kind) {
    case 'set-timer': {
      const place = { conversationId, timerId: effect.timerId };
      await transaction.timer.deleteMany({ where: place });
      await transaction.timer.create({ data: { ...place, workspaceId, fireAt: new Date(effect.atMs) } });
      return;
    }
    case 'cancel-timer':
      await transaction.timer.deleteMany({ where: { conversationId, timerId: effect.timerId } });
      return;
    case 'save-permanent-variable': {
      const place = { botId, isPreview, consumerId: isPreview ? consumerId : await findPersonId(transaction, consumerId), name: effect.name };
      // As text within the JSON: databases round some numbers and refuse the character U+0000.
      const values = { value: JSON.stringify(effect.value), expiresAt: new Date(effect.expiresAtMs) };
      await transaction.permanentVariable.upsert({ where: { botId_isPreview_consumerId_name: place }, create: { ...place, workspaceId, ...values }, update: values });
      return;
    }
    case 'write-context':
      await contextDataStore(transaction, workspaceId).apply(effect.command, { isPreview, consumerId, conversationId, nowMs: atMs });
      return;
    case 'record-custom-event': {
      const { eventName, userText, detail } = effect;
      await transaction.customEvent.create({ data: { id: crypto.randomUUID(), workspaceId, botId, conversationId, eventName, userText, detail, createdAt: new Date(atMs) } });
      return;
    }
    // Rows of their own, or told by the conversation's state.
    case 'send-message':
    case 'hand-over':
    case 'transfer-to-bot':
    case 'close':
      return;
  }
}
