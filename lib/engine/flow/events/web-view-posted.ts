import type { TurnEvent } from '@/lib/engine/event.schema';
import { escapeHtml } from '@/lib/engine/messages/escape-html';
import { sendConsumerMessage } from '@/lib/engine/messages/send-message';
import { writeOwn } from '@/lib/engine/variables/set-variable';
import { answerQuestion, answerWait } from '../answer-wait';
import { hearMessage } from '../hear-message';
import { REST, type Move } from '../move';
import { findOwn } from '../program-index';
import { beginSession } from '../session';
import { note, type Steps, type Turn } from '../turn';

/** A page wrote back: its variables are kept, its message is said for the consumer. Source: conversation-builder reference, section 4. */
export function* playWebViewPosted(turn: Turn, { variables, message }: Extract<TurnEvent, { kind: 'web-view-posted' }>): Steps<Move> {
  const { state } = turn;
  if (state.status === 'closed') {
    note(turn, 'The conversation is closed, so what the page wrote is not kept.');
    return REST;
  }
  const begun = state.status === 'open' ? yield* beginSession(turn) : null;
  for (const [name, after] of Object.entries(variables)) {
    turn.trace.push({ kind: 'variable-set', name, scope: 'web-view', before: findOwn(state.webView, name), after, by: 'web-view' });
    writeOwn(state.webView, name, after);
  }
  if (message !== null) {
    const id = sendConsumerMessage(turn, { parts: [{ kind: 'text', html: escapeHtml(message) }], plainText: message });
    if (state.status === 'open') yield* hearMessage(turn, { text: message, id });
  }
  if (begun || state.status !== 'open') return begun ?? REST;
  if (isWebViewWaiting(turn)) return yield* answerWebView(turn, message);
  return message === null ? REST : yield* answerWait(turn, {});
}

function isWebViewWaiting({ state, program }: Turn): boolean {
  return state.wait?.kind === 'answer' && findOwn(program.interactions, state.wait.interactionId)?.kind === 'web-view';
}

function* answerWebView(turn: Turn, message: string | null): Steps<Move> {
  const { wait } = turn.state;
  if (wait?.kind !== 'answer') return REST;
  return yield* answerQuestion(turn, wait.interactionId, { text: message, payload: null, attachment: null, file: null, webView: 'posted', choices: wait.choices });
}
