import type { ScriptSnapshot } from '@/lib/engine/script/conversation-script.schema';
import { readUserMessage, toSnapshot } from '@/lib/engine/variables/conversation-snapshot';
import { toWebViewQuery } from '@/lib/engine/web-view-link';
import { findOwn } from './program-index';
import type { Turn } from './turn';

/** What an uploaded file without a caption has as its caption. Source: conversation-builder reference, section 5.3. */
const EMPTY_CAPTION = '__EMPTYTEXT__';

/** Everything that a script can know at this moment of the turn. */
export function buildScriptSnapshot(turn: Turn): ScriptSnapshot {
  const { state, program } = turn;
  const { bot, slot, fields, responses, environment } = toSnapshot(turn);
  const { lastUserMessage: said, lastCall, consumer, disambiguated } = state;
  const starterIntentId = state.stack.at(-1)?.starterIntentId ?? null;
  return {
    bot: { ...responses, ...bot },
    slots: slot,
    environment,
    fields,
    webView: { ...state.webView },
    context: null,
    system: {
      conversationId: state.conversationId,
      chatBotId: program.botId,
      accountId: state.accountId,
      userPlatformId: consumer.id,
      userMessage: readUserMessage(turn),
      quickReplyPayload: said.payload ?? '',
      buttonPayload: said.payload ?? '',
      channel: consumer.channel,
      fileCaption: said.attachment ? said.attachment.caption || EMPTY_CAPTION : '',
      fileType: said.attachment?.type ?? '',
      dialogStarterIntent: starterIntentId === null ? '' : (findOwn(program.intents, starterIntentId)?.name ?? ''),
      disambiguatedIntentName: disambiguated?.name ?? '',
      disambiguatedIntentId: disambiguated?.intentId ?? '',
      userName: consumer.name,
      email: consumer.email,
      webViewPageUrl: turn.linking.pageUrl,
      webViewQuery: toWebViewQuery({ botId: program.botId, state, token: turn.linking.token }),
      atMs: turn.atMs,
    },
    metadata: said.metadata,
    entities: said.entities,
    personalInfo: consumer.personalInfo,
    customerInfo: consumer.customerInfo,
    lastCall: lastCall && { isSuccess: lastCall.outcome === 'success', status: lastCall.status },
  };
}
