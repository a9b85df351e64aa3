import type { ConversationState } from './conversation-state.schema';

/**
 * A copy that a turn may change: every record and list that `ConversationState` declares is new, the JSON values in them
 * are shared and never changed in place. Costs as much as there are entries, however big they are.
 */
export function copyState(state: ConversationState): ConversationState {
  return {
    ...state,
    consumer: { ...state.consumer },
    session: { ...state.session },
    variables: { session: { ...state.variables.session }, request: { ...state.variables.request }, permanent: { ...state.variables.permanent } },
    slots: { ...state.slots },
    webView: { ...state.webView },
    fields: { ...state.fields },
    responses: { ...state.responses },
    responseStatuses: { ...state.responseStatuses },
    stack: state.stack.map((frame) => ({ ...frame, variables: { ...frame.variables } })),
    trail: [...state.trail],
    lastUserMessage: { ...state.lastUserMessage },
    transfer: { ...state.transfer },
    failures: { ...state.failures },
    turn: null,
  };
}
