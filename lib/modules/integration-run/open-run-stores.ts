import { botStore } from '@/lib/modules/bot/bot.store';
import { credentialStore } from '@/lib/modules/credential/credential.store';
import { environmentStore } from '@/lib/modules/environment/environment.store';
import { integrationStore } from '@/lib/modules/integration/integration.store';
import type { ResponseShapes } from '@/lib/modules/integration/response-shapes.schema';
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

/** The stores that a run reads from, remembering what they read: a run needs seven rows that hardly ever change. */
export function openRunStores({ db, env, configCache }: RunStoresDeps, workspaceId: string) {
  const remember = <T>(key: string, load: () => Promise<T>) => configCache.read(`${workspaceId} ${key}`, load);
  const bots = botStore(db, workspaceId);
  const integrations = integrationStore(db, workspaceId);
  const credentials = credentialStore(db, workspaceId);
  const environments = environmentStore(db, workspaceId);
  const toShapesKey = (integrationId: string) => `shapes ${integrationId}`;

  return {
    bots: { ...bots, get: (botId: string) => remember(`bot ${botId}`, () => bots.get(botId)) },
    integrations: {
      ...integrations,
      find: (botId: string, integrationId: string) => remember(`integration ${botId} ${integrationId}`, () => integrations.find(botId, integrationId)),
      findShapes: (integrationId: string) => remember(toShapesKey(integrationId), () => integrations.findShapes(integrationId)),
      async saveShapes(integrationId: string, shapes: ResponseShapes) {
        await integrations.saveShapes(integrationId, shapes);
        configCache.forget(`${workspaceId} ${toShapesKey(integrationId)}`);
      },
    },
    credentials: { ...credentials, getSealed: (credentialId: string) => remember(`credential ${credentialId}`, () => credentials.getSealed(credentialId)) },
    environments: {
      ...environments,
      listStoredVariables: (environmentId: string) => remember(`environment ${environmentId}`, () => environments.listStoredVariables(environmentId)),
    },
    readAllowList: () => remember('allow-list', () => readAllowList({ workspaces: workspaceStore(db), env }, workspaceId)),
  };
}
