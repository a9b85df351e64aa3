import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import type { ConsumerScope } from '@/lib/http/route/request-scope';
import { readChannelPlace } from '@/lib/modules/channel/read-channel-place';
import { contactStore, toKnownContact } from '@/lib/modules/contact/contact.store';
import { activeConversationStore } from '@/lib/modules/conversation/active-conversation.store';
import { programStore } from '@/lib/modules/conversation/program.store';
import { storedFileStore } from '@/lib/modules/conversation/stored-file.store';
import { attachStoredFiles } from '@/lib/modules/conversation/attach-stored-files';
import { noRelease } from '@/lib/modules/conversation/conversation.rules';
import { takeTurn } from '@/lib/modules/conversation/take-turn';
import { releaseStore } from '@/lib/modules/release/release.store';
import { sessionRequired } from './authenticate-consumer';
import { beginConsumerConversation } from './begin-consumer-conversation';
import { markRead } from './mark-read';
import * as contract from './messenger.contract';
import { getOwnConversation, openOwnConversations } from './own-conversations';
import { toShownLine } from './own-conversation.store';
import { getLine, readHistory } from './read-history';
import { sendConsumerMessage } from './send-consumer-message';

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
      actives: activeConversationStore(deps.db),
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

async function getParties(deps: AppDeps, { workspaceId, channelId, contactId }: ConsumerScope) {
  const [channel, contact] = await Promise.all([readChannelPlace(deps, channelId), contactStore(deps.db, workspaceId).find(contactId)]);
  if (!channel || !contact) throw sessionRequired();
  return { botId: channel.botId, contact: toKnownContact(contact) };
}

async function getLiveProgram({ db }: AppDeps, workspaceId: string, botId: string) {
  const { liveReleaseId } = await programStore(db, workspaceId).getBotPlace(botId);
  if (liveReleaseId === null) throw noRelease();
  return (await releaseStore(db, workspaceId).get(botId, liveReleaseId)).program;
}
