import type { ActiveConversation } from './active-conversation';
import type { TurnWrite } from './turn-write';

/**
 * Is told what happens in conversations, whatever began it: messages, pages, timers, people, other bots. It only listens: nothing waits
 * for it and it must not fail.
 */
export interface TurnWatcher {
  /** Something of a turn is on the disk: all of it, or what was said before a call. */
  written(write: TurnWrite): void;
  /** A turn is carried out. @returns to be called when it is over, whatever came of it */
  begun(conversation: ActiveConversation): () => void;
}
