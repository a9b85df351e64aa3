import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import { readBodyBytes } from '@/lib/http/route/read-body';
import type { ConsumerScope } from '@/lib/http/route/request-scope';
import type { ChannelPlace } from '@/lib/modules/channel/channel.store';
import { readChannelPlace } from '@/lib/modules/channel/read-channel-place';
import { contactStore, toKnownContact } from '@/lib/modules/contact/contact.store';
import { attachStoredFiles } from '@/lib/modules/conversation/attach-stored-files';
import { noRelease } from '@/lib/modules/conversation/conversation.rules';
import { conversationStore } from '@/lib/modules/conversation/conversation.store';
import { programStore } from '@/lib/modules/conversation/program.store';
import { everyFileStore, storedFileStore } from '@/lib/modules/conversation/stored-file.store';
import { takeTurn } from '@/lib/modules/conversation/take-turn';
import { releaseStore } from '@/lib/modules/release/release.store';
import { sessionRequired } from './authenticate-consumer';
import { beginConsumerConversation } from './begin-consumer-conversation';
import { findFileQuestion } from './find-file-question';
import { markRead } from './mark-read';
import * as contract from './messenger.contract';
import { getOwnConversation, openOwnConversations } from './own-conversations';
import { toShownLine } from './own-conversation.store';
import { getLine, readHistory } from './read-history';
import { sendConsumerMessage } from './send-consumer-message';
import { serveConsumerFile } from './serve-consumer-file';
import { uploadConsumerFile } from './upload-consumer-file';

/** Serves conversations to the visitors who have them. */
export function bindMessengerConversationRoutes(router: ApiRouter): void {
  bindRoute(router, contract.listConsumerConversations, async ({ deps, consumer, input }) => {
    const { store } = await openOwnConversations(deps, consumer);
    return { conversations: (await store.list(input.query.limit)).map(toShownLine) };
  });

  bindRoute(router, contract.beginConsumerConversation, async ({ deps, consumer, input }) => {
    const { store } = await openOwnConversations(deps, consumer);
    const own = {
      ...deps,
      store,
      rates: deps.contactRates,
      getParties: (scope: ConsumerScope) => getParties(deps, scope),
      getLiveProgram: (botId: string) => getLiveProgram(deps, consumer.workspaceId, botId),
    };
    return beginConsumerConversation(own, consumer, input.body);
  });

  bindRoute(router, contract.getHistory, async ({ deps, consumer, input }) => {
    const { store } = await openOwnConversations(deps, consumer);
    return readHistory({ ...deps, store }, input.params.conversationId, input.query);
  });

  bindRoute(router, contract.sendConsumerMessage, async ({ deps, consumer, input }) => {
    const { store } = await openOwnConversations(deps, consumer);
    const files = storedFileStore(deps.db, consumer.workspaceId);
    const own = { ...deps, store, rates: deps.contactRates, getAttachments: (conversationId: string, fileIds: readonly string[]) => attachStoredFiles({ ...deps, files }, conversationId, fileIds) };
    return sendConsumerMessage(own, consumer, { conversationId: input.params.conversationId, input: input.body });
  });

  bindRoute(router, contract.uploadConsumerFile, async ({ deps, consumer, input, request }) => {
    const { store } = await openOwnConversations(deps, consumer);
    const conversations = conversationStore(deps.db, consumer.workspaceId);
    const own = {
      ...deps,
      store,
      conversations,
      files: storedFileStore(deps.db, consumer.workspaceId),
      rates: deps.contactRates,
      getSettings: async (channelId: string) => (await getChannel(deps, channelId)).settings,
      findQuestion: (conversationId: string) => findFileQuestion(conversations, conversationId),
    };
    const file = { ...input.params, ...input.query, contentType: request.headers.get('content-type'), read: (bytesMax: number) => readBodyBytes(request, bytesMax) };
    return uploadConsumerFile(own, consumer, file);
  });

  bindRoute(router, contract.downloadConsumerFile, ({ deps, input, headers }) =>
    serveConsumerFile({ ...deps, files: everyFileStore(deps.db, deps.env.databaseUrl) }, input.params, headers.get('range')),
  );

  bindRoute(router, contract.markRead, async ({ deps, consumer, input }) => {
    const { store } = await openOwnConversations(deps, consumer);
    return markRead({ ...deps, store }, consumer, { conversationId: input.params.conversationId, seq: input.body.seq });
  });

  bindRoute(router, contract.endConsumerConversation, async ({ deps, consumer, input }) => {
    const { conversationId } = input.params;
    const { store } = await openOwnConversations(deps, consumer);
    await getOwnConversation(store, conversationId);
    await takeTurn(deps, { workspaceId: consumer.workspaceId, conversationId }, { kind: 'close', reason: 'The consumer ended the conversation.' });
    return toShownLine(await getLine(store, conversationId));
  });
}

/** @throws Fault `messenger/session-required` when it was deleted: its visitors' tokens are good for nothing then */
async function getChannel(deps: AppDeps, channelId: string): Promise<ChannelPlace> {
  const channel = await readChannelPlace(deps, channelId);
  if (!channel) throw sessionRequired();
  return channel;
}

async function getParties(deps: AppDeps, { workspaceId, channelId, contactId }: ConsumerScope) {
  const [channel, contact] = await Promise.all([getChannel(deps, channelId), contactStore(deps.db, workspaceId).find(contactId)]);
  if (!contact) throw sessionRequired();
  return { botId: channel.botId, contact: toKnownContact(contact) };
}

async function getLiveProgram({ db }: AppDeps, workspaceId: string, botId: string) {
  const { liveReleaseId } = await programStore(db, workspaceId).getBotPlace(botId);
  if (liveReleaseId === null) throw noRelease();
  return (await releaseStore(db, workspaceId).get(botId, liveReleaseId)).program;
}
