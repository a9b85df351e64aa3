import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import { channelNotFound } from '@/lib/modules/channel/channel.rules';
import type { ChannelPlace } from '@/lib/modules/channel/channel.store';
import { readChannelPlace } from '@/lib/modules/channel/read-channel-place';
import { contactStore, toContact, toKnownContact, type StoredContact } from '@/lib/modules/contact/contact.store';
import { toOwnContactsKey } from '@/lib/modules/contact/read-own-contact-ids';
import { updateContact } from '@/lib/modules/contact/update-contact';
import { CLIENT_ADDRESS_HEADER } from '@/lib/platform/auth';
import { sessionRequired } from './authenticate-consumer';
import * as contract from './messenger.contract';
import { openSession } from './open-session';
import { toShownLine } from './own-conversation.store';
import { openOwnConversations } from './own-conversations';
import { tellMerged } from './tell-consumers';
import { tellConversations } from './tell-conversations';

/** Most conversations told at the beginning of a session. */
const CONVERSATION_COUNT = 50;

/** Serves how a messenger looks, and who its visitor is. */
export function bindMessengerSessionRoutes(router: ApiRouter): void {
  bindRoute(router, contract.getMessengerConfig, async ({ deps, input }) => {
    const { channelId, botName, isBotLive, settings } = await getChannelPlace(deps, input.params.channelId);
    const { allowedOrigins: _, ...shown } = settings;
    return { channelId, botName, settings: shown, isAvailable: isBotLive, canMail: deps.mailer !== null };
  });

  bindRoute(router, contract.openMessengerSession, async ({ deps, input, headers }) => {
    const place = await getChannelPlace(deps, input.params.channelId);
    const opening = {
      contacts: contactStore(deps.db, place.workspaceId),
      tokens: deps.messengerTokens,
      vault: deps.vault,
      clock: deps.clock,
      newId: deps.newId,
      countNewcomer: () => deps.newcomers.take(`${place.channelId} ${headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown'}`),
      onMerged(contactId: string) {
        deps.configCache.forget(toOwnContactsKey({ workspaceId: place.workspaceId, contactId }));
        deps.permanentVariables.merged();
        tellMerged(deps, contactId);
      },
    };
    const { grant, contact, hasNews } = await openSession(opening, place, input.body);
    const { store } = await openOwnConversations(deps, grant);
    if (hasNews) await tellConversations({ ...deps, conversations: store }, place.workspaceId, toKnownContact(contact));
    return {
      token: deps.messengerTokens.sign(grant),
      expiresAt: new Date(grant.expiresAtMs).toISOString(),
      contact: toContact(contact),
      conversations: (await store.list(CONVERSATION_COUNT)).map(toShownLine),
    };
  });

  bindRoute(router, contract.updateContact, async ({ deps, consumer, input }) => {
    const { workspaceId, contactId } = consumer;
    deps.contactRates.changes.take(contactId);
    const contact: StoredContact | null = await updateContact({ contacts: contactStore(deps.db, workspaceId) }, contactId, input.body);
    if (!contact) throw sessionRequired();
    const { store } = await openOwnConversations(deps, consumer);
    await tellConversations({ ...deps, conversations: store }, workspaceId, toKnownContact(contact));
    return toContact(contact);
  });
}

/** @throws Fault `channel/not-found` */
async function getChannelPlace(deps: AppDeps, channelId: string): Promise<ChannelPlace> {
  const place = await readChannelPlace(deps, channelId);
  if (!place) throw channelNotFound();
  return place;
}
