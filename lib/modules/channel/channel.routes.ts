import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import { botStore } from '@/lib/modules/bot/bot.store';
import * as contract from './channel.contract';
import { channelStore } from './channel.store';
import { renewIdentitySecret } from './renew-identity-secret';
import { createChannel, saveChannel } from './save-channel';

function openDeps({ db, newId, vault }: AppDeps, workspaceId: string) {
  return { channels: channelStore(db, workspaceId), bots: botStore(db, workspaceId), vault, newId };
}

/** Serves the routes of channels. */
export function bindChannelRoutes(router: ApiRouter): void {
  bindRoute(router, contract.listChannels, async ({ deps, scope, input }) => ({ channels: await channelStore(deps.db, scope.workspaceId).list({ botId: input.query.botId }) }));

  bindRoute(router, contract.createChannel, ({ deps, scope, input }) => createChannel(openDeps(deps, scope.workspaceId), input.body));

  bindRoute(router, contract.getChannel, ({ deps, scope, input }) => channelStore(deps.db, scope.workspaceId).get(input.params.channelId));

  bindRoute(router, contract.saveChannel, ({ deps, scope, input }) => saveChannel(openDeps(deps, scope.workspaceId), input.params.channelId, input.body));

  bindRoute(router, contract.deleteChannel, async ({ deps, scope, input }) => {
    await channelStore(deps.db, scope.workspaceId).delete(input.params.channelId);
    return undefined;
  });

  bindRoute(router, contract.renewIdentitySecret, ({ deps, scope, input }) => renewIdentitySecret(openDeps(deps, scope.workspaceId), { workspaceId: scope.workspaceId, channelId: input.params.channelId }));
}
