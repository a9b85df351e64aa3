import type { ConversationState } from '@/lib/engine/state/conversation-state.schema';
import { Fault } from '@/lib/engine/fault';
import type { ConversationVariables } from './conversation.schema';

/** For a conversation that is not there, or belongs to another workspace. */
export function conversationNotFound(): Fault {
  return new Fault('missing', 'conversation/not-found', 'There is no conversation with this id.');
}

/** For a bot that nobody has published. */
export function noRelease(): Fault {
  return new Fault('conflict', 'conversation/no-release', 'This bot has no release yet, so nobody can talk to it. Publish it first, or use a preview.');
}

/** @throws Fault `conversation/closed` */
export function assertOpen({ status }: { status: ConversationState['status'] }): void {
  if (status === 'closed') throw new Fault('conflict', 'conversation/closed', 'This conversation is closed. Begin a new one.');
}

/** For what only previews allow. */
export function previewsOnly(): Fault {
  return new Fault('conflict', 'conversation/previews-only', 'Only a preview can be changed by hand. Begin one to try things out.');
}

/** What a conversation remembers, sorted by scope as people think of it. */
export function toVariables(state: ConversationState): ConversationVariables {
  const { variables, slots, webView, fields, responses, stack } = state;
  return {
    ...variables,
    dialog: stack.at(-1)?.variables ?? {},
    slots: Object.fromEntries(Object.entries(slots).map(([name, { value }]) => [name, value])),
    webView,
    fields,
    responses,
  };
}
