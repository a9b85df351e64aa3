import type { OutcomeEffect, RequestEffect } from '@/lib/engine/effect.schema';
import { buildConversationJob } from '@/lib/engine/script/build-conversation-job';
import type { ContextData, ConversationScript, ScriptResult } from '@/lib/engine/script/conversation-script.schema';
import { readConversationResult } from '@/lib/engine/script/read-conversation-result';
import type { ScriptLimits } from '@/lib/engine/script/script-job';
import { findZoneOffset, listZoneNames } from '@/lib/engine/script/zone-offset';
import { applyToContext } from '@/lib/modules/context-data/apply-to-context.rules';
import { contextDataStore, type ContextPlace } from '@/lib/modules/context-data/context-data.store';
import type { Database } from '@/lib/platform/db/open-database';
import type { Sandbox } from '@/lib/platform/sandbox/sandbox';

export interface AnswerScriptDeps {
  sandbox: Sandbox;
  db: Database;
  /** Limits that differ from `DEFAULT_SCRIPT_LIMITS`. */
  scriptLimits?: Partial<ScriptLimits>;
}

/** For whom a script runs. */
export interface ScriptOwner extends ContextPlace {
  workspaceId: string;
  /** What the turn has come to before this script: its context data is not in the database yet. */
  soFar: readonly OutcomeEffect[];
}

/** A script is run again at most this often with what it turned out to need. */
const ATTEMPT_COUNT_MAX = 4;

const USES_CONTEXT = /Context(?:Data|Namespace)/;

/**
 * Runs a code panel in the sandbox. Whatever the script does is in the result; rejects only when the sandbox or the
 * database itself fails. Context data and time zones are looked up when the code names them; a script that gets at them in
 * another way says so, and is run again from the beginning: until its commands are read it has done nothing.
 */
export async function answerScript(deps: AnswerScriptDeps, { script }: Extract<RequestEffect, { kind: 'run-script' }>, owner: ScriptOwner): Promise<ScriptResult> {
  const code = `${script.globalFunctions}\n${script.source}`;
  const { atMs } = script.snapshot.system;
  const zones = Object.fromEntries(listZoneNames(code).map((zone) => [zone, findZoneOffset(zone, atMs)]));
  let context = script.snapshot.context ?? (USES_CONTEXT.test(code) ? await readContext(deps, owner) : null);
  for (let attempt = 1; ; attempt += 1) {
    const job = buildConversationJob({ script: withContext(script, context), zones, limits: deps.scriptLimits ?? {}, owner: owner.workspaceId });
    const { result, needs } = readConversationResult(await deps.sandbox.run(job));
    // What reached a limit would reach it again.
    if (attempt === ATTEMPT_COUNT_MAX || result.end.kind === 'limit' || (!needs.context && needs.zones.length === 0)) return result;
    if (needs.context) context = await readContext(deps, owner);
    for (const zone of needs.zones) zones[zone] = findZoneOffset(zone, atMs);
  }
}

async function readContext({ db }: AnswerScriptDeps, owner: ScriptOwner): Promise<ContextData> {
  const pending = owner.soFar.flatMap((effect) => (effect.kind === 'write-context' ? [effect.command] : []));
  return applyToContext(await contextDataStore(db, owner.workspaceId).read(owner), pending);
}

function withContext(script: ConversationScript, context: ContextData | null): ConversationScript {
  return { ...script, snapshot: { ...script.snapshot, context } };
}
