import type { AppDeps } from '@/lib/http/route/app-deps';
import { botStore } from '@/lib/modules/bot/bot.store';
import { channelStore } from '@/lib/modules/channel/channel.store';
import { createCredential } from '@/lib/modules/credential/create-credential';
import { credentialStore } from '@/lib/modules/credential/credential.store';
import { draftStore } from '@/lib/modules/draft/draft.store';
import { environmentStore } from '@/lib/modules/environment/environment.store';
import { createEnvironment } from '@/lib/modules/environment/save-environment';
import { integrationStore } from '@/lib/modules/integration/integration.store';
import { publishRelease } from '@/lib/modules/release/publish-release';
import { releaseStore } from '@/lib/modules/release/release.store';
import { webViewSettingsStore } from '@/lib/modules/web-view/web-view-settings.store';
import { workspaceStore } from '@/lib/modules/workspace/workspace.store';
import { buildAgBankBot } from '@/samples/ag-bank/ag-bank.bot';
import { buildFreddy } from '@/samples/ag-bank/freddy';
import { collectSampleAnswers } from '@/samples/ag-bank/sample-answers';
import { buildSampleChannel, SAMPLE_CHANNEL_ID } from '@/samples/ag-bank/sample-channel';

/**
 * Fills a fresh installation with its workspace and the bot “AG Bank”, its integrations with samples, its assistant Freddy published and live, and the messenger of its website; does nothing once there is a workspace.
 * The sample bank's address goes onto the workspace's allow-list, where the owner sees it.
 * @param address where this server listens, for example `http://127.0.0.1:3000`
 */
export async function seedSample(deps: Pick<AppDeps, 'db' | 'vault' | 'newId'>, address: string): Promise<void> {
  if (await workspaceStore(deps.db).findFirst()) return;
  const { vault, newId } = deps;
  const workspaceId = newId();
  const sample = buildAgBankBot(`${address}/samples/ag-bank`);
  const answers = await collectSampleAnswers(sample, new Date());
  await deps.db.$transaction(async (transaction) => {
    await workspaceStore(transaction).insert({ id: workspaceId, name: 'My workspace', outboundAllow: new URL(address).host });
    const environments = environmentStore(transaction, workspaceId);
    const environment = await createEnvironment(
      { environments, vault, newId },
      { name: sample.environment.name, description: 'Where the sample bank answers.', variables: sample.environment.variables.map((variable) => ({ ...variable, isSecret: false })) },
    );
    const bot = await botStore(transaction, workspaceId).insert(newId(), { ...sample.bot, environmentId: environment.id });
    const credentialIdByRef = new Map<string, string>();
    for (const { ref, name, settings } of sample.credentials) {
      const created = await createCredential({ credentials: credentialStore(transaction, workspaceId), vault, newId }, { name, settings });
      credentialIdByRef.set(ref, created.id);
    }
    const integrationIdByVariable = new Map<string, string>();
    for (const { definition, testValues, credentialRef } of sample.integrations) {
      const credentialId = credentialRef ? (credentialIdByRef.get(credentialRef) ?? null) : null;
      const integrations = integrationStore(transaction, workspaceId);
      const inserted = await integrations.insert(newId(), bot.id, { definition: { ...definition, credentialId }, testValues });
      if (!inserted) continue;
      integrationIdByVariable.set(definition.responseVariable, inserted.id);
      const answer = answers.get(definition.responseVariable);
      if (answer) await integrations.saveSample(bot.id, inserted.id, answer);
    }
    const content = buildFreddy((responseVariable) => integrationIdByVariable.get(responseVariable) ?? '');
    const drafts = draftStore(transaction, workspaceId);
    await drafts.save(bot.id, 0, content);
    const stores = { bots: botStore(transaction, workspaceId), integrations: integrationStore(transaction, workspaceId), environments, drafts, releases: releaseStore(transaction, workspaceId), webViewSettings: webViewSettingsStore(transaction, workspaceId) };
    await publishRelease({ ...stores, newId }, bot.id, { note: 'Freddy, as he comes with Parley.', draftVersion: 1, person: { id: 'parley', name: 'Parley' } });
    await channelStore(transaction, workspaceId).insert(SAMPLE_CHANNEL_ID, buildSampleChannel(bot.id));
  });
}
