import { z } from 'zod';
import { scriptCommandSchema, type ScriptCommand, type ScriptResult } from './conversation-script.schema';
import type { ScriptError, ScriptOutcome } from './script-job';

/** What a script could not be told in this run; run it again with it. */
export interface ScriptNeeds {
  /** It used the context service, and the snapshot had none. */
  context: boolean;
  /** Zones whose offset it wants. */
  zones: string[];
}

export interface ConversationResult {
  result: ScriptResult;
  needs: ScriptNeeds;
}

const COMMAND_COUNT_MAX = 1_000;

const outputSchema = z.object({
  isStopped: z.boolean(),
  needs: z.object({ context: z.boolean(), zones: z.array(z.string()) }),
  commands: z.array(scriptCommandSchema).max(COMMAND_COUNT_MAX),
});
type Output = z.infer<typeof outputSchema>;

/**
 * Reads the outcome of a job made by `buildConversationJob`. The output comes from the script's realm, so nothing about it
 * is taken on trust. What the script had asked for before it failed or reached a limit is kept.
 */
export function readConversationResult(outcome: ScriptOutcome): ConversationResult {
  const outputText = outcome.kind === 'finished' ? outcome.outputText : outcome.partialOutputText;
  const output = outputText === undefined ? null : parseOutput(outputText);
  const end = toEnd(outcome, output);
  return {
    result: { end, commands: output?.commands ?? [], console: toConsole(outcome, end), durationMs: outcome.durationMs },
    needs: output?.needs ?? { context: false, zones: [] },
  };
}

/** Databases can't store the character U+0000, so a script's texts are read without it. */
function dropZeroCharacters(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}

function parseOutput(text: string): Output | null {
  let value: unknown;
  try {
    value = JSON.parse(text, text.includes('\\u0000') ? dropZeroCharacters : undefined);
  } catch {
    return null;
  }
  const output = outputSchema.safeParse(value);
  return output.success ? { ...output.data, commands: output.data.commands.map(refuseDangerousName) } : null;
}

/** The one name that is no plain key of a JavaScript object must not reach those who keep things by name. */
function refuseDangerousName(command: ScriptCommand): ScriptCommand {
  const names = ['name', 'namespace', 'property'].map((key) => Reflect.get(command, key) as unknown);
  return names.includes('__proto__') ? { kind: 'note', text: 'Nothing can be stored under the name __proto__.' } : command;
}

function toEnd(outcome: ScriptOutcome, output: Output | null): ScriptResult['end'] {
  if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
  if (outcome.kind === 'limit-reached') return { kind: 'limit', limit: outcome.limit, value: outcome.value, unit: outcome.unit };
  // sendImmediateReply ends a script by an exception.
  if (output?.isStopped) return { kind: 'finished' };
  if (outcome.libraryError !== undefined) return toFailed(outcome.libraryError);
  if (outcome.kind === 'failed') return toFailed(outcome);
  if (output !== null) return { kind: 'finished' };
  return { kind: 'failed', message: 'The script left behind nothing that can be read.', line: null, column: null, place: 'script' };
}

function toFailed({ message, line, column, isInLibrary }: ScriptError): ScriptResult['end'] {
  return { kind: 'failed', message, line, column, place: isInLibrary ? 'global-functions' : 'script' };
}

/** Its lines, and what the end has no room for: one of two failures, a limit in the Global Functions, lines left out. */
function toConsole(outcome: ScriptOutcome, end: ScriptResult['end']): ScriptResult['console'] {
  const lines = [...outcome.console];
  const add = (level: 'warn' | 'error', text: string) => lines.push({ level, text, atMs: outcome.durationMs });
  const { libraryError } = outcome;
  if (libraryError !== undefined && end.kind === 'limit') add('error', `The Global Functions failed${toPlace(libraryError)}: ${libraryError.message}`);
  if (libraryError !== undefined && outcome.kind === 'failed' && end.kind === 'failed') add('error', `Then the script failed${toPlace(outcome)}: ${outcome.message}`);
  if (outcome.isStoppedInLibrary && end.kind === 'limit') add('error', 'The Global Functions did not come to an end, so the script did not run.');
  if (outcome.consoleDroppedCount > 0) add('warn', `${outcome.consoleDroppedCount} more lines were left out.`);
  return lines;
}

function toPlace({ line, isInLibrary }: ScriptError): string {
  if (line === null) return '';
  return isInLibrary ? `, Global Functions line ${line}` : `, line ${line}`;
}
