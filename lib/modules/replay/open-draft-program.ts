import type { Program } from '@/lib/engine/program/program.schema';
import { compileProgram } from '@/lib/modules/draft/compile-program.rules';
import type { draftStore } from '@/lib/modules/draft/draft.store';
import type { botStore } from '@/lib/modules/bot/bot.store';
import type { environmentStore } from '@/lib/modules/environment/environment.store';
import { openEnvironment } from '@/lib/modules/environment/open-environment';
import type { integrationStore } from '@/lib/modules/integration/integration.store';
import type { Vault } from '@/lib/platform/vault/create-vault';

export interface OpenDraftProgramDeps {
  bots: Pick<ReturnType<typeof botStore>, 'get'>;
  drafts: Pick<ReturnType<typeof draftStore>, 'get'>;
  integrations: Pick<ReturnType<typeof integrationStore>, 'listDefinitions'>;
  environments: ReturnType<typeof environmentStore>;
  vault: Pick<Vault, 'open'>;
}

/**
 * The draft of a bot, ready to run, with the values of its environment.
 * @throws Fault `bot/not-found`, `draft/unreadable`
 */
export async function openDraftProgram(deps: OpenDraftProgramDeps, botId: string): Promise<{ program: Program; environment: Record<string, string> }> {
  const [bot, draft, integrations] = await Promise.all([deps.bots.get(botId), deps.drafts.get(botId), deps.integrations.listDefinitions(botId)]);
  const { valueByKey } = await openEnvironment(deps, bot.environmentId);
  return { program: compileProgram(draft.content, integrations, botId), environment: Object.fromEntries(valueByKey) };
}
