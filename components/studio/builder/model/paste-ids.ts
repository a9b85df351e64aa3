import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import type { DraftClipboard } from '@/lib/modules/draft/clipboard.schema';

/**
 * Gives pasted things their ids, in the order in which `pasteIn` asks: their own where those are free, so that what was cut keeps what
 * leads to it, else new ones.
 */
export function buildPasteIds(content: BotContent, { dialogs, interactions }: DraftClipboard, newId: () => string): () => string {
  const own = [...dialogs, ...interactions].map(({ id }) => (id in content.interactions || id in content.dialogs ? newId() : id));
  return () => own.shift() ?? newId();
}
