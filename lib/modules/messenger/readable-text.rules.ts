import type { Message } from '@/lib/engine/messages/message.schema';

/**
 * A message's plain text for people: for lists of conversations, transcripts and screen readers. Pages that open in the messenger are
 * named without their addresses, which are long, hold the conversation's ids and perhaps a token, and are of use in the conversation only.
 */
export function toReadableText({ parts, plainText }: Pick<Message, 'parts' | 'plainText'>): string {
  return listPages(parts).reduce((text, { label, url }) => text.replace(`${label}: ${url}`, () => label), plainText);
}

function listPages(parts: Message['parts']): { label: string; url: string }[] {
  const buttons = parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));
  return [...parts, ...buttons].flatMap((each) => ((each.kind === 'url-button' || each.kind === 'url') && each.target === 'web-view' ? [each] : []));
}
