import type { BotNames } from '@/components/studio/preview/bot-names';
import type { TraceRow } from '@/components/studio/preview/trace/trace-row';
import {
  describeScriptEnd,
  enteredWords,
  leftWords,
  phaseWords,
  sessionWords,
  setByWords,
  skippedWords,
  starterWords,
  waitingWords,
} from '@/components/studio/preview/trace/trace-words';
import type { JsonValue } from '@/lib/engine/json';
import type { TraceEntry } from '@/lib/engine/trace.schema';

/** What a line says, apart from where it stands. */
export type TraceLine = Pick<TraceRow, 'subject' | 'tone' | 'title'> & Partial<Pick<TraceRow, 'detail' | 'console' | 'values'>>;

/** One entry of a trace in words. */
export function toTraceLine(entry: TraceEntry, names: BotNames): TraceLine {
  switch (entry.kind) {
    case 'session-started':
      return { subject: 'session', tone: 'plain', title: 'Session started', detail: sessionWords[entry.reason] };
    case 'starter-tried':
      return { subject: 'starter', tone: entry.matched ? 'good' : 'quiet', title: `Starter of ${names.dialog(entry.dialogId)}, ${starterWords[entry.by]}`, detail: entry.reason };
    case 'intents-scored':
      return { subject: 'understanding', tone: 'plain', title: 'Intents scored', detail: listScores(entry.scores, names) };
    case 'entities-found':
      return { subject: 'understanding', tone: 'plain', title: 'Entities found', detail: listEntities(entry.entities) };
    case 'rule-tried':
      return { subject: 'rule', tone: entry.matched ? 'good' : 'quiet', title: `${capitalise(names.rule(entry.interactionId, entry.ruleId))} of ${names.interaction(entry.interactionId)}`, detail: entry.reason };
    case 'dialog-entered':
      return { subject: 'dialog', tone: 'plain', title: `Dialog ${names.dialog(entry.dialogId)}`, detail: enteredWords[entry.reason] };
    case 'dialog-left':
      return { subject: 'dialog', tone: 'quiet', title: `Dialog ${names.dialog(entry.dialogId)} left`, detail: leftWords[entry.reason] };
    case 'interaction-entered':
      return { subject: 'interaction', tone: 'plain', title: names.interaction(entry.interactionId) };
    case 'interaction-skipped':
      return { subject: 'interaction', tone: entry.reason === 'missing' ? 'bad' : 'quiet', title: `${names.interaction(entry.interactionId)} skipped`, detail: skippedWords[entry.reason] };
    default:
      return toEffectLine(entry, names);
  }
}

type MatchingKind = 'session-started' | 'starter-tried' | 'intents-scored' | 'entities-found' | 'rule-tried' | 'dialog-entered' | 'dialog-left' | 'interaction-entered' | 'interaction-skipped';

function toEffectLine(entry: Exclude<TraceEntry, { kind: MatchingKind }>, names: BotNames): TraceLine {
  switch (entry.kind) {
    case 'jumped':
      return { subject: 'jump', tone: 'plain', title: `Next: ${entry.action}`, detail: describeJump(entry, names) };
    case 'variable-set':
      return {
        subject: 'variable',
        tone: 'plain',
        title: entry.name,
        detail: `${entry.scope}, ${setByWords[entry.by]}`,
        values: { before: entry.before === null ? null : valueText(entry.before), after: entry.after === null ? null : valueText(entry.after) },
      };
    case 'script-ran':
      return { subject: 'script', tone: scriptTone(entry), title: phaseWords[entry.phase], detail: describeScriptEnd(entry.end), console: entry.console };
    case 'call-finished':
      return {
        subject: 'call',
        tone: entry.outcome === 'success' ? 'good' : 'bad',
        title: `${names.integration(entry.integrationId)}${entry.status === null ? '' : `: ${entry.status}`}`,
        detail: entry.wasReplayed ? `${entry.summary} (recorded answer, not called again)` : entry.summary,
      };
    case 'message-sent':
      return { subject: 'message', tone: 'good', title: `Message ${entry.seq} sent` };
    case 'waiting':
      return { subject: 'waiting', tone: 'plain', title: waitingWords[entry.reason], detail: entry.interactionId === null ? '' : names.interaction(entry.interactionId) };
    case 'unmatched':
      return { subject: 'rule', tone: 'warn', title: 'Nothing matched', detail: `“${entry.text}”, ${entry.count === 1 ? 'once' : `${entry.count} times`} in a row` };
    case 'fault':
      return { subject: 'fault', tone: 'bad', title: entry.message, detail: entry.code };
    case 'note':
      return { subject: 'note', tone: 'plain', title: entry.text };
  }
}

function describeJump(entry: Extract<TraceEntry, { kind: 'jumped' }>, names: BotNames): string {
  const from = entry.fromInteractionId === null ? '' : ` of ${names.interaction(entry.fromInteractionId)}`;
  if (entry.by === 'rule' && entry.ruleId !== null && entry.fromInteractionId !== null) return `${capitalise(names.rule(entry.fromInteractionId, entry.ruleId))}${from}`;
  return entry.by === 'script' ? `A script${from}` : `Next action${from}`;
}

function scriptTone(entry: Extract<TraceEntry, { kind: 'script-ran' }>): TraceRow['tone'] {
  if (entry.end.kind !== 'finished') return 'bad';
  return entry.console.some(({ level }) => level === 'error') ? 'warn' : 'plain';
}

function listScores(scores: readonly { intentId: string; score: number; band: string }[], names: BotNames): string {
  return scores.map(({ intentId, score, band }) => `${names.intent(intentId)} ${score.toFixed(2)} (${band})`).join(', ') || 'The bot has no intents.';
}

function listEntities(entities: Record<string, { phrase: string; dataValue: string }[]>): string {
  const found = Object.entries(entities).map(([name, matches]) => `@${name}: ${matches.map(({ phrase, dataValue }) => (phrase === dataValue ? phrase : `${phrase} (${dataValue})`)).join(', ')}`);
  return found.join('; ') || 'None.';
}

/** A value on one line, shortened. */
function valueText(value: JsonValue): string {
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
