import type { TurnEvent } from '@/lib/engine/event.schema';

/** What began a turn, in a few words. */
export function describeEvent(event: TurnEvent): string {
  switch (event.kind) {
    case 'started':
      return 'The conversation began';
    case 'message-received':
      return event.text === '' && event.attachments.length > 0 ? `File ${event.attachments[0]?.fileName ?? ''}` : `“${shorten(event.text)}”`;
    case 'web-view-posted':
      return event.message === null ? 'The page posted' : `The page posted “${shorten(event.message)}”`;
    case 'timer-fired':
      return 'A time limit was reached';
    case 'hand-over-finished':
      return handOverWords[event.result];
    case 'closed':
      return 'The conversation was closed';
    case 'bot-transferred':
      return 'Another bot handed over';
  }
}

const handOverWords: Record<Extract<TurnEvent, { kind: 'hand-over-finished' }>['result'], string> = {
  accepted: 'A person took over',
  failed: 'Nobody could take over',
  returned: 'A person gave it back to the bot',
};

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
