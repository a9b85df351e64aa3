'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { callApi } from '@/lib/client/call-api';
import { queryKeys } from '@/lib/client/query-keys';
import { mergeMessages, rememberTurn } from '@/lib/client/remember-turn';
import type { Message } from '@/lib/engine/messages/message.schema';
import type { RouteRequest } from '@/lib/http/route/route-contract';
import {
  closeConversation,
  finishHandOver,
  getConversation,
  listMessages,
  postWebView,
  sendMessage,
  setConversationOptions,
  setConversationVariables,
} from '@/lib/modules/conversation/conversation.contract';

/** Something that somebody says or does in a conversation. */
export type ConversationInput =
  | { kind: 'message'; body: RouteRequest<typeof sendMessage>['body'] }
  | { kind: 'web-view-post'; body: RouteRequest<typeof postWebView>['body'] }
  | { kind: 'hand-over'; body: RouteRequest<typeof finishHandOver>['body'] }
  | { kind: 'close' };

/** One conversation with what it waits for and remembers; null asks nothing. */
export function useConversation(conversationId: string | null) {
  return useQuery({
    queryKey: queryKeys.conversation(conversationId ?? ''),
    queryFn: ({ signal }) => callApi(getConversation, { params: { conversationId: conversationId ?? '' } }, { signal }),
    enabled: conversationId !== null,
    staleTime: 0,
  });
}

/**
 * The messages of a conversation, in order, kept current. Only what is new is asked for.
 * @param pollMs how often to look for messages that nobody here caused: those of timers, pages and other people
 */
export function useConversationMessages(conversationId: string | null, pollMs: number) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.conversationMessages(conversationId ?? '');
  return useQuery({
    queryKey,
    async queryFn({ signal }) {
      const before = queryClient.getQueryData<Message[]>(queryKey) ?? [];
      const { messages } = await callApi(listMessages, { params: { conversationId: conversationId ?? '' }, query: { afterSeq: before.at(-1)?.seq ?? 0 } }, { signal });
      const known = queryClient.getQueryData<Message[]>(queryKey) ?? [];
      if (messages.length > 0) void queryClient.invalidateQueries({ queryKey: queryKeys.turns(conversationId ?? '') });
      return messages.length > 0 ? mergeMessages(known, messages) : known;
    },
    enabled: conversationId !== null,
    refetchInterval: pollMs,
    staleTime: 0,
  });
}

/** Says or does something in a conversation; done when the turn is, with its messages then known. */
export function useConversationInput(conversationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: ConversationInput) => callInput(conversationId, input),
    onSuccess: ({ messages }) => rememberTurn(queryClient, conversationId, messages),
  });
}

function callInput(conversationId: string, input: ConversationInput) {
  const params = { conversationId };
  switch (input.kind) {
    case 'message':
      return callApi(sendMessage, { params, body: input.body });
    case 'web-view-post':
      return callApi(postWebView, { params, body: input.body });
    case 'hand-over':
      return callApi(finishHandOver, { params, body: input.body });
    case 'close':
      return callApi(closeConversation, { params, body: {} });
  }
}

/** Sets or, with null, removes variables of a preview. */
export function useSetConversationVariables(conversationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof setConversationVariables>['body']) => callApi(setConversationVariables, { params: { conversationId }, body }),
    onSuccess: (detail) => queryClient.setQueryData(queryKeys.conversation(conversationId), detail),
  });
}

/** Chooses how a preview calls integrations, from the next turn on. */
export function useSetConversationOptions(conversationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: RouteRequest<typeof setConversationOptions>['body']) => callApi(setConversationOptions, { params: { conversationId }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.conversation(conversationId), exact: true }),
  });
}
