import type * as contract from '@/lib/modules/messenger/messenger.contract';

type Contracts = typeof contract;

/**
 * Where the messenger's routes are. The contracts themselves would bring the validation of half the server into every site's page;
 * their types come along without it, and a test compares this table with them.
 */
export const messengerRoutes = {
  getMessengerConfig: ['get', '/messenger/channels/{channelId}'],
  openMessengerSession: ['post', '/messenger/channels/{channelId}/sessions'],
  updateContact: ['patch', '/messenger/contact'],
  listConsumerConversations: ['get', '/messenger/conversations'],
  beginConsumerConversation: ['post', '/messenger/conversations'],
  getHistory: ['get', '/messenger/conversations/{conversationId}/messages'],
  sendConsumerMessage: ['post', '/messenger/conversations/{conversationId}/messages'],
  uploadConsumerFile: ['post', '/messenger/conversations/{conversationId}/files'],
  markRead: ['put', '/messenger/conversations/{conversationId}/read'],
  endConsumerConversation: ['post', '/messenger/conversations/{conversationId}/close'],
  downloadTranscript: ['get', '/messenger/conversations/{conversationId}/transcript'],
  mailTranscript: ['post', '/messenger/conversations/{conversationId}/transcript'],
  checkPage: ['post', '/messenger/conversations/{conversationId}/page-check'],
  streamEvents: ['get', '/messenger/events'],
} as const satisfies { [Name in keyof Contracts]?: readonly [method: string, path: string] };

/** Name of a route of the messenger. */
export type MessengerRoute = keyof typeof messengerRoutes;
/** The contract of a route, for its types. */
export type ContractOf<Name extends MessengerRoute> = Contracts[Name];
