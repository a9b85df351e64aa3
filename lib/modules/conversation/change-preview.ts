import type { z } from 'zod';
import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';
import type { setConversationVariables } from './conversation.contract';
import { assertOpen, previewsOnly } from './conversation.rules';
import type { ConversationOptions } from './conversation.schema';
import type { ConversationRuntime } from './conversation-runtime';

export interface ChangePreviewDeps {
  runtime: Pick<ConversationRuntime, 'change'>;
}

/** What a designer changes in a preview between two turns; what is left out stays. */
export interface PreviewChange {
  /** Each is set, or removed with null. */
  variables?: z.output<NonNullable<(typeof setConversationVariables)['body']>>['variables'];
  calls?: ConversationOptions['calls'];
}

/**
 * Changes variables or options of a preview.
 * @throws Fault `conversation/not-found`, `conversation/previews-only`, `conversation/closed`
 */
export async function changePreview({ runtime }: ChangePreviewDeps, place: { workspaceId: string; conversationId: string }, { variables = [], calls }: PreviewChange): Promise<void> {
  await runtime.change(place, ({ kind, state, options }) => {
    if (kind !== 'preview') throw previewsOnly();
    assertOpen(state);
    return { state: variables.reduce(withVariable, state), options: calls ? { ...options, calls } : options };
  });
}

type VariableChange = NonNullable<PreviewChange['variables']>[number];

/** The state with one variable set or removed. */
export function withVariable(state: ConversationState, { scope, name, value }: VariableChange): ConversationState {
  const set = <Value>(values: Record<string, Value>, entry: Value | null): Record<string, Value> => {
    const { [name]: _, ...others } = values;
    return entry === null ? others : { ...others, [name]: entry };
  };
  switch (scope) {
    case 'request':
    case 'session':
    case 'permanent':
      return { ...state, variables: { ...state.variables, [scope]: set(state.variables[scope], value) } };
    case 'dialog':
      return { ...state, stack: state.stack.map((frame, index) => (index === state.stack.length - 1 ? { ...frame, variables: set(frame.variables, value) } : frame)) };
    case 'slot':
      return { ...state, slots: set(state.slots, value === null ? null : { value, duration: state.slots[name]?.duration ?? 'session', dialogId: state.slots[name]?.dialogId ?? null }) };
    case 'web-view':
      return { ...state, webView: set(state.webView, value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)) };
  }
}
