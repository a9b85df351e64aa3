import type { ConsumerScope } from '@/lib/http/route/request-scope';
import { readOwnContactIds, type OwnContactsDeps } from '@/lib/modules/contact/read-own-contact-ids';
import { conversationNotFound } from '@/lib/modules/conversation/conversation.rules';
import type { Env } from '@/lib/platform/env';
import { sessionRequired } from './authenticate-consumer';
import { ownConversationStore, type OwnConversationStore, type ConsumerPlace, type OwnConversation } from './own-conversation.store';

export interface OwnConversationsDeps extends OwnContactsDeps {
  env: Pick<Env, 'databaseUrl'>;
}

/**
 * What a visitor may see and do is decided here, for every route: its contact's conversations of its channel, nobody else's.
 * @throws Fault `messenger/session-required` when its contact is gone
 */
export async function openOwnConversations(deps: OwnConversationsDeps, scope: ConsumerScope): Promise<{ place: ConsumerPlace; store: OwnConversationStore }> {
  const { workspaceId, channelId } = scope;
  const consumerIds = await readOwnContactIds(deps, scope);
  if (consumerIds.length === 0) throw sessionRequired();
  const place = { workspaceId, channelId, consumerIds };
  return { place, store: ownConversationStore(deps.db, deps.env.databaseUrl, place) };
}

/** @throws Fault `conversation/not-found` for one that is not there or somebody else's: which of the two is not told */
export async function getOwnConversation(store: Pick<OwnConversationStore, 'find'>, conversationId: string): Promise<OwnConversation> {
  const conversation = await store.find(conversationId);
  if (!conversation) throw conversationNotFound();
  return conversation;
}
