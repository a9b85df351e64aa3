import type { QueryClient } from '@tanstack/react-query';

import { queryKeys } from '@/lib/client/query-keys';
import type { Message } from '@/lib/engine/messages/message.schema';

/** Messages in order, each once; a newer copy of a message replaces the older one. */
export function mergeMessages(known: readonly Message[], fresh: readonly Message[]): Message[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of fresh) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** Puts the messages of a conversation that has just begun where the hooks find them. */
export function rememberConversation(queryClient: QueryClient, conversationId: string, messages: readonly Message[]): void {
  queryClient.setQueryData<Message[]>(queryKeys.conversationMessages(conversationId), mergeMessages([], messages));
}

/** Adds the messages of a finished turn, and has everything that the turn changed read anew. */
export function rememberTurn(queryClient: QueryClient, conversationId: string, messages: readonly Message[]): void {
  queryClient.setQueryData<Message[]>(queryKeys.conversationMessages(conversationId), (known) => mergeMessages(known ?? [], messages));
  void queryClient.invalidateQueries({ queryKey: queryKeys.conversation(conversationId), exact: true });
  void queryClient.invalidateQueries({ queryKey: queryKeys.turns(conversationId) });
}
