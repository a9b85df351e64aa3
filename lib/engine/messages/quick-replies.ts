import type { MessageChoice } from './message.schema';
import type { MessageDraft } from './message-draft';

/** Puts quick replies under the last message; a content without messages gets one that holds nothing else. */
export function withQuickReplies(drafts: readonly MessageDraft[], choices: readonly MessageChoice[]): MessageDraft[] {
  if (choices.length === 0) return [...drafts];
  const last = drafts.at(-1) ?? { parts: [], plainText: '' };
  const part = { kind: 'quick-replies' as const, choices: [...choices] };
  return [...drafts.slice(0, -1), { ...last, parts: [...last.parts, part], plainText: joinLines(last.plainText, toBracketed(choices)) }];
}

/** Choices in a line of plain text: `[Yes] [No]`. */
export function toBracketed(choices: readonly { label: string }[]): string {
  return choices.map(({ label }) => `[${label}]`).join(' ');
}

/** Lines of plain text; empty ones are left out. */
export function joinLines(...lines: readonly string[]): string {
  return lines.filter((line) => line !== '').join('\n');
}
