import type { Turn } from '@/lib/engine/flow/turn';
import { escapeHtml } from '@/lib/engine/messages/escape-html';
import { expandHtml } from '@/lib/engine/messages/expand-html';
import { sendBotMessage } from '@/lib/engine/messages/send-message';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import type { InteractionOf } from '@/lib/engine/program/interaction.schema';

/** Says one of a file question's texts; `{list}` becomes the types that it accepts. */
export function sendFileText(turn: Turn, { id, acceptedTypes }: InteractionOf<'file-upload'>, template: string): void {
  const html = expandHtml(turn, template).replaceAll('{list}', escapeHtml(acceptedTypes.join(', ')));
  for (const draft of toTextDrafts(turn, html)) sendBotMessage(turn, draft, { interactionId: id });
}
