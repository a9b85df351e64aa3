import type { ApiRouter } from '@/lib/http/route/api-context';
import type { AppDeps } from '@/lib/http/route/app-deps';
import { bindRoute } from '@/lib/http/route/bind-route';
import { readBodyBytes } from '@/lib/http/route/read-body';
import { botStore } from '@/lib/modules/bot/bot.store';
import { restoreAttachments } from './attach-stored-files';
import { changePreview } from './change-preview';
import * as contract from './conversation.contract';
import { FILE_BYTES_MAX } from './conversation.schema';
import { conversationStore } from './conversation.store';
import { toDownloadHeaders } from './file-type.rules';
import { programStore } from './program.store';
import { readConversation, readTurn, type ReadConversationDeps } from './read-conversation';
import { readSecretMask } from './secret-mask';
import { startConversation } from './start-conversation';
import { storeFile } from './store-file';
import { storedFileStore } from './stored-file.store';
import { takeTurn, type TurnRequest } from './take-turn';

/** Serves the routes of conversations, for signed-in people. */
export function bindConversationRoutes(router: ApiRouter): void {
  bindRoute(router, contract.startConversation, ({ deps, scope, input }) => {
    return startConversation({ ...deps, conversations: conversationStore(deps.db, scope.workspaceId) }, { workspaceId: scope.workspaceId, botId: input.params.botId }, input.body);
  });

  bindRoute(router, contract.listConversations, async ({ deps, scope, input }) => {
    await botStore(deps.db, scope.workspaceId).get(input.params.botId);
    return { conversations: await conversationStore(deps.db, scope.workspaceId).list(input.params.botId, { kind: input.query.kind, limit: input.query.limit }) };
  });

  bindRoute(router, contract.getConversation, ({ deps, scope, input }) => readConversation(toReadDeps(deps, scope.workspaceId), input.params.conversationId));

  bindRoute(router, contract.listMessages, async ({ deps, scope, input }) => {
    const conversations = conversationStore(deps.db, scope.workspaceId);
    const { lastSeq } = await conversations.get(input.params.conversationId);
    const messages = await conversations.listMessages(input.params.conversationId, input.query);
    return { messages, lastSeq: Math.max(lastSeq, messages.at(-1)?.seq ?? 0) };
  });

  bindRoute(router, contract.listTurns, async ({ deps, scope, input }) => {
    const conversations = conversationStore(deps.db, scope.workspaceId);
    await conversations.get(input.params.conversationId);
    return { turns: await conversations.listTurns(input.params.conversationId, input.query) };
  });

  bindRoute(router, contract.getTurn, ({ deps, scope, input }) => readTurn(toReadDeps(deps, scope.workspaceId), input.params.conversationId, input.params.number));

  const take = (deps: AppDeps, place: { workspaceId: string; conversationId: string }, request: TurnRequest) => takeTurn(deps, place, request);
  bindRoute(router, contract.sendMessage, async ({ deps, scope, input }) => {
    const files = storedFileStore(deps.db, scope.workspaceId);
    const attachments = await restoreAttachments({ ...deps, files }, input.params.conversationId, input.body.attachments);
    return take(deps, { ...scope, ...input.params }, { kind: 'message', ...input.body, attachments });
  });
  bindRoute(router, contract.postWebView, ({ deps, scope, input }) => take(deps, { ...scope, ...input.params }, { kind: 'web-view-post', ...input.body }));
  bindRoute(router, contract.finishHandOver, ({ deps, scope, input }) => take(deps, { ...scope, ...input.params }, { kind: 'hand-over', ...input.body }));
  bindRoute(router, contract.closeConversation, ({ deps, scope, input }) => take(deps, { ...scope, ...input.params }, { kind: 'close', ...input.body }));

  bindRoute(router, contract.setConversationVariables, async ({ deps, scope, input }) => {
    await changePreview(deps, { ...scope, ...input.params }, { variables: input.body.variables });
    return readConversation(toReadDeps(deps, scope.workspaceId), input.params.conversationId);
  });

  bindRoute(router, contract.setConversationOptions, async ({ deps, scope, input }) => {
    await changePreview(deps, { ...scope, ...input.params }, { calls: input.body.calls });
    return conversationStore(deps.db, scope.workspaceId).get(input.params.conversationId);
  });

  bindRoute(router, contract.uploadFile, async ({ deps, scope, input, request }) => {
    const stores = { conversations: conversationStore(deps.db, scope.workspaceId), files: storedFileStore(deps.db, scope.workspaceId) };
    const file = { fileName: input.query.fileName, contentType: request.headers.get('content-type'), read: () => readBodyBytes(request, FILE_BYTES_MAX) };
    return (await storeFile({ ...deps, ...stores }, input.params.conversationId, file)).attachment;
  });

  bindRoute(router, contract.downloadFile, async ({ deps, scope, input }) => {
    const file = await storedFileStore(deps.db, scope.workspaceId).get(input.params.fileId);
    return new Response(file.content, { headers: toDownloadHeaders(file) });
  });
}

function toReadDeps(deps: AppDeps, workspaceId: string): ReadConversationDeps {
  return {
    conversations: conversationStore(deps.db, workspaceId),
    readMask: (botId) => readSecretMask(deps, { workspaceId, botId }),
    findReleaseNumber: (releaseId) => programStore(deps.db, workspaceId).findReleaseNumber(releaseId),
  };
}
