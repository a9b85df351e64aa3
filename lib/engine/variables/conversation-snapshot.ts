import type { Turn } from '@/lib/engine/flow/turn';
import { isJsonObject, type JsonValue } from '@/lib/engine/json';
import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';
import { toWebViewQuery, withQuery } from '@/lib/engine/web-view-link';
import type { VariableSnapshot } from './variable-snapshot.schema';

/** Everything that a template can read at this moment of the turn. Built once until a variable changes. */
export function toSnapshot(turn: Turn): VariableSnapshot {
  turn.snapshot ??= buildTurnSnapshot(turn);
  return turn.snapshot;
}

/**
 * Bot variables of every duration by name; the shortest-lived wins. With the status of every response as `api_XStatus`.
 * Source: conversation-builder reference, sections 1.4 and 8.4.
 */
export function readBotVariables(state: ConversationState): Record<string, JsonValue> {
  const statuses = Object.entries(state.responseStatuses).map(([name, status]) => [`${name}Status`, status]);
  return { ...Object.fromEntries(statuses), ...state.variables.permanent, ...state.variables.session, ...state.stack.at(-1)?.variables, ...state.variables.request };
}

/** What the consumer said, as `{$userMessage}` gives it: what was typed, or the label or payload of what was tapped. */
export function readUserMessage({ program, state }: Turn): string {
  const { text, payload } = state.lastUserMessage;
  return program.settings.showsButtonLabels || payload === null || payload === '' ? text : payload;
}

function buildTurnSnapshot(turn: Turn): VariableSnapshot {
  const { state, environment, program, linking } = turn;
  return {
    bot: readBotVariables(state),
    slot: Object.fromEntries(Object.entries(state.slots).map(([name, { value }]) => [name, value])),
    environment,
    system: {
      chatBotId: program.botId,
      chatBotUserId: state.consumer.id,
      chatBotUserPlatformId: state.consumer.id,
      conversationId: state.conversationId,
      firstname: readFirstName(state.consumer),
      quickReplyPayload: state.lastUserMessage.payload ?? '',
      userMessage: readUserMessage(turn),
      ...(linking.pageUrl !== '' && { webViewUrl: withQuery(linking.pageUrl, toWebViewQuery({ botId: program.botId, state, token: linking.token })) }),
    },
    fields: { ...state.fields },
    responses: { ...state.responses },
    overrides: {},
  };
}

function readFirstName({ name, personalInfo }: ConversationState['consumer']): string {
  const given = personalInfo !== null && isJsonObject(personalInfo) ? personalInfo.firstname : undefined;
  return typeof given === 'string' && given !== '' ? given : (name.trim().split(/\s+/)[0] ?? '');
}
