import { htmlToText } from './html-to-text';
import type { MessagePart } from './message.schema';
import { joinLines } from './quick-replies';

/** How choices are listed in plain text. */
export interface ListStyle {
  listStyle: 'numbers' | 'letters';
  isIndented: boolean;
}

/** The text of some parts with the choices under it, numbered or lettered. Source: conversation-builder reference, section 6.5. */
export function listChoices(parts: readonly MessagePart[], choices: readonly { label: string }[], { listStyle, isIndented }: ListStyle = { listStyle: 'numbers', isIndented: false }): string {
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [htmlToText(part.html)] : []));
  const lines = choices.map(({ label }, index) => `${isIndented ? '\t' : ''}${toMark(index, listStyle)} ${label}`);
  return joinLines(...texts, ...lines);
}

/** `1.`, `2.` … or `a.`, `b.` …; letters end at `z` and go on with numbers. */
function toMark(index: number, style: ListStyle['listStyle']): string {
  return style === 'letters' && index < 26 ? `${String.fromCharCode('a'.charCodeAt(0) + index)}.` : `${index + 1}.`;
}
