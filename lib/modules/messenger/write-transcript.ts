import type { OwnConversationStore } from './own-conversation.store';
import { toTranscript, type Transcript, type TranscriptManner } from './transcript.rules';

/** A longer conversation is written without its beginning. */
const MESSAGE_COUNT_MAX = 5_000;

/**
 * Writes a visitor's conversation as text, without private messages.
 * @param name of the bot, as consumers know it
 */
export async function writeTranscript({ store }: { store: Pick<OwnConversationStore, 'listMessages'> }, { conversationId, name }: { conversationId: string; name: string }, manner: TranscriptManner): Promise<Transcript> {
  const { messages } = await store.listMessages(conversationId, { limit: MESSAGE_COUNT_MAX });
  return toTranscript(name, messages.map(({ message }) => message), manner);
}
