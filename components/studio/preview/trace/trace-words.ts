import type { ScriptResult } from '@/lib/engine/script/conversation-script.schema';
import type { TraceEntry } from '@/lib/engine/trace.schema';

type EntryOf<Kind extends TraceEntry['kind']> = Extract<TraceEntry, { kind: Kind }>;

/** Why a session began. */
export const sessionWords: Record<EntryOf<'session-started'>['reason'], string> = {
  first: 'The conversation begins.',
  expired: 'The last session was over; session variables are gone.',
  'start-over': 'Started over; session variables are gone.',
};

/** Why a dialog was entered. */
export const enteredWords: Record<EntryOf<'dialog-entered'>['reason'], string> = {
  starter: 'Its starter matched.',
  'next-action': 'A next action leads here.',
  script: 'A script leads here.',
  fallback: 'Nothing else matched.',
  disambiguation: 'Several intents matched.',
  'auto-escalation': 'Too many answers were not understood.',
  resumed: 'The dialog above it is complete.',
  debugger: 'The preview began here.',
};

/** Why a dialog was left. */
export const leftWords: Record<EntryOf<'dialog-left'>['reason'], string> = {
  completed: 'Its last interaction is done.',
  ended: 'A next action ended it.',
  switched: 'Another dialog took over.',
  closed: 'The conversation is closed.',
};

/** Why an interaction was skipped. */
export const skippedWords: Record<EntryOf<'interaction-skipped'>['reason'], string> = {
  disabled: 'It is switched off.',
  'slot-filled': 'Its slot is filled already.',
  foreign: 'Only its vendor’s platform can run it.',
  missing: 'It does not exist any more.',
};

/** What the conversation waits for. */
export const waitingWords: Record<EntryOf<'waiting'>['reason'], string> = {
  answer: 'Waits for an answer',
  'web-view': 'Waits for the page',
  transfer: 'Waits for a person',
  nothing: 'Waits for nothing; the next message starts a dialog',
  closed: 'The conversation is closed',
};

/** Who set a variable. */
export const setByWords: Record<EntryOf<'variable-set'>['by'], string> = {
  rule: 'by a rule',
  script: 'by a script',
  transform: 'by the transform result script',
  'web-view': 'by the page',
  interaction: 'by the interaction',
  session: 'by the session',
};

/** Which code panel a script stands in. */
export const phaseWords: Record<EntryOf<'script-ran'>['phase'], string> = {
  'init-conversation': 'Global functions: __initConversation',
  'pre-process': 'Pre-process code',
  'post-process': 'Post-process code',
  'process-user-response': 'Process user response code',
};

/** What lets a starter decide. */
export const starterWords: Record<EntryOf<'starter-tried'>['by'], string> = { pattern: 'patterns', 'exclude-keyword': 'exclude keywords', intent: 'intent' };

/** How a script ended, in words; empty when it went well. */
export function describeScriptEnd(end: ScriptResult['end']): string {
  switch (end.kind) {
    case 'finished':
      return '';
    case 'failed':
      return `${end.place === 'global-functions' ? 'Global functions, line' : 'Line'} ${end.line ?? '?'}: ${end.message}`;
    case 'limit':
      return `Stopped at its limit of ${end.value.toLocaleString('en')} ${end.unit} (${end.limit}). Let it do less, or look for an endless loop.`;
    case 'cancelled':
      return 'It was cancelled.';
  }
}
