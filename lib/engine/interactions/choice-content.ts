import { isTextOnly } from '@/lib/engine/flow/build-answer-facts';
import type { Turn } from '@/lib/engine/flow/turn';
import { expandHtml } from '@/lib/engine/messages/expand-html';
import { listChoices, type ListStyle } from '@/lib/engine/messages/list-choices';
import type { Content } from '@/lib/engine/messages/message-draft';
import type { MessageChoice, MessagePart } from '@/lib/engine/messages/message.schema';
import { joinLines, toBracketed } from '@/lib/engine/messages/quick-replies';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';

/** Choices under a text. `part` shows them where there are buttons. */
interface Offer {
  text: string;
  choices: MessageChoice[];
  part: MessagePart;
  list?: ListStyle;
}

/** A question with choices: as `part`, and in plain text, as a list on channels that have nothing else. */
export function buildChoiceContent(turn: Turn, { text, choices, part, list }: Offer): Content {
  const drafts = toTextDrafts(turn, expandHtml(turn, text));
  if (choices.length === 0) return { messages: drafts, choices };
  const last = drafts.at(-1) ?? { parts: [], plainText: '' };
  const plainText = isTextOnly(turn) ? listChoices(last.parts, choices, list) : joinLines(last.plainText, toBracketed(choices));
  return { messages: [...drafts.slice(0, -1), { ...last, parts: [...last.parts, part], plainText }], choices };
}
