import { z } from 'zod';
import type { Database } from '@/lib/platform/db/open-database';

const SAMPLE_PATH = '/samples/ag-bank';
const ownAddressPattern = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?\/samples\/ag-bank/;
const tokenUrlSchema = z.looseObject({ tokenUrl: z.string() });

/**
 * Lets the sample follow this server when it listens elsewhere than at the last start: environment values, token URLs and allow rules
 * that name the sample bank on this machine are changed to the new address. Whatever people pointed elsewhere stays.
 * @param address where this server listens now, for example `http://127.0.0.1:3000`
 */
export async function moveSampleAddress(db: Database, address: string): Promise<void> {
  const bankUrl = `${address}${SAMPLE_PATH}`;
  const variables = await db.environmentVariable.findMany({ where: { key: 'bankUrl', value: { endsWith: SAMPLE_PATH }, NOT: { value: bankUrl } } });
  for (const variable of variables) {
    if (variable.value === null || !ownAddressPattern.test(variable.value)) continue;
    const { workspaceId } = variable;
    await db.environmentVariable.update({ where: { id: variable.id }, data: { value: bankUrl } });
    await moveTokenUrls(db, workspaceId, bankUrl);
    await moveAllowRule(db, workspaceId, { from: new URL(variable.value).host, to: new URL(address).host });
  }
}

async function moveTokenUrls(db: Database, workspaceId: string, bankUrl: string): Promise<void> {
  for (const credential of await db.credential.findMany({ where: { workspaceId, kind: 'oauth-client-credentials' } })) {
    const settings = tokenUrlSchema.safeParse(credential.settings);
    if (!settings.success || !ownAddressPattern.test(settings.data.tokenUrl)) continue;
    const tokenUrl = settings.data.tokenUrl.replace(ownAddressPattern, bankUrl);
    // The other settings are JSON as they were read.
    await db.credential.update({ where: { id: credential.id }, data: { settings: { ...(settings.data as Record<string, string>), tokenUrl } } });
  }
}

async function moveAllowRule(db: Database, workspaceId: string, host: { from: string; to: string }): Promise<void> {
  const workspace = await db.workspace.findUnique({ where: { id: workspaceId } });
  const rules = workspace?.outboundAllow.split('\n') ?? [];
  if (!rules.includes(host.from)) return;
  const outboundAllow = rules.map((rule) => (rule === host.from ? host.to : rule)).join('\n');
  await db.workspace.update({ where: { id: workspaceId }, data: { outboundAllow } });
}
