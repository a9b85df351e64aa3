import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import type { ConsumerScope } from '@/lib/http/route/request-scope';
import { readChannelPlace } from '@/lib/modules/channel/read-channel-place';
import { readAllowList } from '@/lib/modules/workspace/read-allow-list';
import { workspaceStore } from '@/lib/modules/workspace/workspace.store';
import { CLIENT_ADDRESS_HEADER } from '@/lib/platform/auth';
import { sessionRequired } from './authenticate-consumer';
import { checkPage } from './check-page';
import { mailTranscript } from './mail-transcript';
import * as contract from './messenger.contract';
import { getOwnConversation, openOwnConversations } from './own-conversations';
import type { TranscriptManner } from './transcript.rules';
import { writeTranscript } from './write-transcript';

/** Serves what visitors may do with their conversations beside talking: keep them, and ask about pages. */
export function bindMessengerExtrasRoutes(router: ApiRouter): void {
  bindRoute(router, contract.downloadTranscript, async ({ deps, consumer, input }) => {
    const { fileName, text } = await write(deps, consumer, { ...input.params, ...input.query });
    const headers = { 'content-type': 'text/plain; charset=utf-8', 'content-disposition': `attachment; filename="${fileName}"`, 'x-content-type-options': 'nosniff' };
    return new Response(text, { headers });
  });

  bindRoute(router, contract.mailTranscript, async ({ deps, consumer, input, headers }) => {
    const senders = [`contact ${consumer.contactId}`, `address ${headers.get(CLIENT_ADDRESS_HEADER) ?? 'unknown'}`];
    const { to, timeZone, language } = input.body;
    const transcript = await write(deps, consumer, { ...input.params, timeZone, language });
    await mailTranscript({ mailer: deps.mailer, rate: deps.contactRates.mails }, { transcript, to, senders });
    return { to };
  });

  bindRoute(router, contract.checkPage, async ({ deps, consumer, input, request }) => {
    const { store } = await openOwnConversations(deps, consumer);
    await getOwnConversation(store, input.params.conversationId);
    deps.contactRates.pageChecks.take(consumer.contactId);
    const own = { store, send: deps.outbound.exchange, readAllowList: () => readAllowList({ workspaces: workspaceStore(deps.db), env: deps.env }, consumer.workspaceId) };
    const { url, siteOrigin } = input.body;
    const ancestors = [new URL(deps.env.publicUrl ?? request.url).origin, ...(siteOrigin === null ? [] : [new URL(siteOrigin).origin])];
    return checkPage(own, { conversationId: input.params.conversationId, url, ancestors });
  });
}

async function write(deps: AppDeps, consumer: ConsumerScope, { conversationId, ...manner }: TranscriptManner & { conversationId: string }) {
  const [{ store }, channel] = await Promise.all([openOwnConversations(deps, consumer), readChannelPlace(deps, consumer.channelId)]);
  if (!channel) throw sessionRequired();
  await getOwnConversation(store, conversationId);
  const { texts, defaultLanguage } = channel.settings;
  const name = (texts[manner.language] ?? texts[defaultLanguage])?.title || channel.botName;
  return writeTranscript({ store }, { conversationId, name }, manner);
}
