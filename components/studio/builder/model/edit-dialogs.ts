import { freeName } from '@/components/studio/builder/model/free-name';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { dialogSchema, type Dialog, type DialogKind } from '@/lib/engine/program/dialog.schema';

/** How kinds of dialogs are called and what they are for. Source: conversation-builder reference, section 7.1. */
export const dialogKinds: Record<DialogKind, { label: string; hint: string; isSingle: boolean }> = {
  standard: { label: 'Dialog', hint: 'Starts by what consumers say, or by a next action', isSingle: false },
  fallback: { label: 'Fallback', hint: 'Answers when nothing matches', isSingle: true },
  disambiguation: { label: 'Disambiguation', hint: 'Asks which of several intents was meant', isSingle: true },
  'auto-escalation': { label: 'Auto Escalation', hint: 'Starts when a question fails again and again', isSingle: true },
  survey: { label: 'Survey', hint: 'Runs when a conversation closes', isSingle: false },
};

/** A new dialog under a free name. */
export function buildDialog(content: BotContent, kind: DialogKind, id: string): Dialog {
  const wanted = kind === 'standard' ? 'New dialog' : dialogKinds[kind].label;
  return dialogSchema.parse({ id, kind, name: freeName(wanted, Object.values(content.dialogs).map(({ name }) => name)) });
}

/** Puts a dialog behind another one, or last, in place. */
export function insertDialog(content: BotContent, dialog: Dialog, afterId: string | null): void {
  content.dialogs[dialog.id] = dialog;
  const index = afterId === null ? -1 : content.dialogIds.indexOf(afterId);
  content.dialogIds.splice(index < 0 ? content.dialogIds.length : index + 1, 0, dialog.id);
}

/** Takes a dialog with its interactions away, in place. */
export function deleteDialog(content: BotContent, dialogId: string): void {
  for (const id of content.dialogs[dialogId]?.interactionIds ?? []) delete content.interactions[id];
  delete content.dialogs[dialogId];
  content.dialogIds = content.dialogIds.filter((id) => id !== dialogId);
}

/** All dialogs in order; such as no list names, which an import may leave, come last. */
export function listDialogs(content: BotContent): Dialog[] {
  const ids = [...new Set([...content.dialogIds, ...Object.keys(content.dialogs)])];
  return ids.flatMap((id) => content.dialogs[id] ?? []);
}
