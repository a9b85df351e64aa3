import { botStore } from '@/lib/modules/bot/bot.store';
import { credentialStore } from '@/lib/modules/credential/credential.store';
import { environmentStore, type StoredVariable } from '@/lib/modules/environment/environment.store';
import type { Integration } from '@/lib/modules/integration/integration.contract';
import { integrationStore } from '@/lib/modules/integration/integration.store';
import type { ResponseShapes } from '@/lib/modules/integration/response-shapes.schema';
import type { AllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import { readAllowList } from '@/lib/modules/workspace/read-allow-list';
import { workspaceStore } from '@/lib/modules/workspace/workspace.store';
import type { ConfigCache } from '@/lib/platform/config-cache';
import type { Database } from '@/lib/platform/db/open-database';
import type { Env } from '@/lib/platform/env';

interface RunStoresDeps {
  db: Database;
  env: Env;
  configCache: ConfigCache;
}

/** What a run finds stored about its bot and integration, read together because every run needs all of it. */
export interface RunPlace {
  /** Null when it was never saved. */
  saved: Integration | null;
  /** Of the bot's environment; secret values still sealed. */
  variables: StoredVariable[];
  allow: AllowList;
}

/** The stores that a run reads from, remembering what they read: a run needs seven rows that hardly ever change. */
export function openRunStores({ db, env, configCache }: RunStoresDeps, workspaceId: string) {
  const remember = <T>(key: string, load: () => Promise<T>) => configCache.read(`${workspaceId} ${key}`, load);
  const bots = botStore(db, workspaceId);
  const integrations = integrationStore(db, workspaceId);
  const credentials = credentialStore(db, workspaceId);
  const environments = environmentStore(db, workspaceId);
  const toShapesKey = (integrationId: string) => `shapes ${integrationId}`;

  const rememberVariables = (environmentId: string) => remember(`environment ${environmentId}`, () => environments.listStoredVariables(environmentId));
  const rememberAllowList = () => remember('allow-list', () => readAllowList({ workspaces: workspaceStore(db), env }, workspaceId));

  async function loadPlace(botId: string, integrationId: string): Promise<RunPlace> {
    const { environmentId } = await bots.get(botId);
    const [saved, variables, allow] = await Promise.all([
      integrations.find(botId, integrationId),
      environmentId === null ? [] : rememberVariables(environmentId),
      rememberAllowList(),
    ]);
    return { saved, variables, allow };
  }

  return {
    /** @throws Fault `bot/not-found` */
    readPlace: (botId: string, integrationId: string) => remember(`run-place ${botId} ${integrationId}`, () => loadPlace(botId, integrationId)),
    integrations: {
      ...integrations,
      findShapes: (integrationId: string) => remember(toShapesKey(integrationId), () => integrations.findShapes(integrationId)),
      async saveShapes(integrationId: string, shapes: ResponseShapes) {
        await integrations.saveShapes(integrationId, shapes);
        configCache.forget(`${workspaceId} ${toShapesKey(integrationId)}`);
      },
    },
    credentials: { ...credentials, getSealed: (credentialId: string) => remember(`credential ${credentialId}`, () => credentials.getSealed(credentialId)) },
    environments: { ...environments, listStoredVariables: rememberVariables },
    readAllowList: rememberAllowList,
  };
}
