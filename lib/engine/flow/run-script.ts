import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { ScriptPhase, ScriptResult } from '@/lib/engine/script/conversation-script.schema';
import { applyCommands } from './apply-commands';
import { buildScriptSnapshot } from './build-script-snapshot';
import type { ScriptOutcome } from './script-outcome';
import { nextKey, reportFault, type Steps, type Turn } from './turn';
import { unexpectedEvent } from './unexpected-event';

/** A code panel to run. */
interface Panel {
  phase: ScriptPhase;
  /** Null for the init script. */
  interaction: Interaction | null;
  source: string;
  /** Gets what the script asks for. */
  outcome: ScriptOutcome;
}

/**
 * Runs a code panel and carries out its commands; an empty panel costs nothing. A script that failed still counts with
 * what it asked for until then, and never stops the flow. Source: conversation-builder reference, section 5.1.
 */
export function* runScript(turn: Turn, { phase, interaction, source, outcome }: Panel): Steps<void> {
  if (source.trim() === '' && phase !== 'init-conversation') return;
  const interactionId = interaction?.id ?? null;
  const script = { phase, interactionId, source, globalFunctions: turn.program.globalFunctions, snapshot: buildScriptSnapshot(turn) };
  const answer = yield { kind: 'run-script', key: nextKey(turn), script };
  if (answer.event.kind !== 'script-finished') throw unexpectedEvent(`A script was answered by ${answer.event.kind}.`);
  const { result } = answer.event;
  turn.trace.push({ kind: 'script-ran', interactionId, phase, end: result.end, console: result.console, durationMs: result.durationMs });
  reportEnd(turn, result, { phase, interactionId });
  yield* applyCommands(turn, result.commands, { interactionId, outcome });
}

const PANEL_NAMES: Record<ScriptPhase, string> = {
  'init-conversation': 'initConversation of the Global Functions',
  'pre-process': 'Pre-Process code',
  'post-process': 'Post-Process code',
  'process-user-response': 'Process User Response code',
};

function reportEnd(turn: Turn, { end }: ScriptResult, { phase, interactionId }: { phase: ScriptPhase; interactionId: string | null }): void {
  const name = PANEL_NAMES[phase];
  if (end.kind === 'failed') {
    const place = end.place === 'global-functions' ? ' of the Global Functions' : '';
    const where = end.line === null ? '' : `, line ${end.line}${place}`;
    reportFault(turn, { code: 'script/failed', message: `The ${name} failed${where}: ${end.message}. What it did until then counts; the flow goes on.`, interactionId });
  } else if (end.kind === 'limit') {
    reportFault(turn, { code: 'script/limit-reached', message: `The ${name} was cut off at its ${end.limit} limit of ${end.value} ${end.unit}. What it did until then counts; the flow goes on.`, interactionId });
  } else if (end.kind === 'cancelled') {
    reportFault(turn, { code: 'script/cancelled', message: `The ${name} was cancelled. What it did until then counts; the flow goes on.`, interactionId });
  }
}
