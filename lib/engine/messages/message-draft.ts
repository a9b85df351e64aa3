import type { Message, MessageChoice, MessagePart } from './message.schema';

/** A message before it is numbered. */
export interface MessageDraft {
  parts: MessagePart[];
  plainText: string;
  /** Wait before this one, on top of the interaction's delay. */
  pauseMs?: number;
  visibility?: Message['visibility'];
}

/** What an interaction shows. */
export interface Content {
  messages: MessageDraft[];
  /** What can be tapped to answer. */
  choices: MessageChoice[];
  /** Set when the content says to close instead (`LP_CLOSECONVERSATION`, `LP_CLOSEDIALOG`). */
  closing?: 'close-conversation' | 'close-dialog';
}
