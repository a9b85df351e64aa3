import { sendBotMessage } from '@/lib/engine/messages/send-message';
import { toTextDrafts } from '@/lib/engine/messages/text-drafts';
import { withQuickReplies } from '@/lib/engine/messages/quick-replies';
import type { ScriptCommand } from '@/lib/engine/script/conversation-script.schema';
import { setVariable, writeOwn } from '@/lib/engine/variables/set-variable';
import type { ScriptOutcome } from './script-outcome';
import { transferToBot } from './transfer-to-bot';
import { note, type Steps, type Turn } from './turn';

/** On whose behalf commands are carried out, and where what concerns the flow goes. */
interface Place {
  interactionId: string | null;
  outcome: ScriptOutcome;
}

/** Longest delay that a script can ask for, as for an interaction. Source: conversation-builder reference, section 6.2. */
const DELAY_MS_MAX = 10_000;

/**
 * Carries out what a script asked for, in its order. The last delay of a panel applies to all of its messages; nothing
 * counts after a reply that ends the turn. Source: conversation-builder reference, sections 5.2 to 5.8.
 */
export function* applyCommands(turn: Turn, commands: readonly ScriptCommand[], place: Place): Steps<void> {
  const delay = commands.findLast((command) => command.kind === 'set-delay');
  if (delay) place.outcome.delayMs = Number.isFinite(delay.delayMs) ? Math.min(Math.max(delay.delayMs, 0), DELAY_MS_MAX) : 0;
  for (const command of commands) {
    if (command.kind === 'transfer-to-bot') yield* transferToBot(turn, command, place);
    else applyCommand(turn, command, place);
    if (place.outcome.isStopped) return;
  }
}

function applyCommand(turn: Turn, command: Exclude<ScriptCommand, { kind: 'transfer-to-bot' }>, { interactionId, outcome }: Place): void {
  const { state, effects } = turn;
  const from = { interactionId, ...(outcome.delayMs !== null && { delayMs: outcome.delayMs }) };
  switch (command.kind) {
    case 'set-variable':
      return setVariable(turn, { name: command.name, value: command.value, duration: command.duration, by: 'script' });
    case 'replace-response':
      writeOwn(state.responses, command.name, command.document);
      turn.newResponses.add(command.name);
      turn.snapshot = null;
      return;
    case 'send-message': {
      const { text, visibility, quickReplies } = command.message;
      const drafts = withQuickReplies(toTextDrafts(turn, text), quickReplies.map(toChoice));
      for (const draft of drafts) sendBotMessage(turn, { ...draft, visibility }, from);
      return;
    }
    case 'send-immediate-reply':
      for (const draft of command.texts.flatMap((text) => toTextDrafts(turn, text))) sendBotMessage(turn, draft, from);
      outcome.isStopped = true;
      return;
    case 'add-quick-replies':
      outcome.quickReplies.push(...command.replies.map((reply, index) => toChoice(reply, outcome.quickReplies.length + index)));
      return;
    case 'trigger-next':
      outcome.trigger = command.interactionName;
      return;
    case 'set-delay':
      return;
    case 'allow-long-text':
      state.allowsLongText = command.isAllowed;
      return;
    case 'set-user':
      state.consumer[command.field] = command.value;
      turn.snapshot = null;
      return;
    case 'set-transfer':
      if (command.field === 'user-message') state.transfer.userMessage = command.value;
      else Object.assign(state.transfer, { intentId: command.value, domain: command.field === 'intent-by-domain' ? command.domain : '' });
      return;
    case 'log-event':
      effects.push({ kind: 'record-custom-event', eventName: command.eventName, userText: command.userText, detail: command.detail });
      return;
    case 'register-context':
    case 'delete-context-namespace':
    case 'set-context':
    case 'delete-context':
      effects.push({ kind: 'write-context', command });
      return;
    case 'note':
      return note(turn, command.text, interactionId);
  }
}

function toChoice({ title, payload }: { title: string; payload: string }, index: number): { id: string; label: string; payload: string } {
  return { id: `script-${index + 1}`, label: title, payload: payload || title };
}
