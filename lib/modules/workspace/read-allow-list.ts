import type { Env } from '@/lib/platform/env';
import { parseAllowList, type AllowList } from './outbound-allow.rules';
import type { workspaceStore } from './workspace.store';

/**
 * The private destinations that a workspace's integrations and credentials may reach: its own rules and those of the environment.
 * @throws Fault `workspace/not-found`
 */
export async function readAllowList(
  deps: { workspaces: ReturnType<typeof workspaceStore>; env: Pick<Env, 'outboundAllow'> },
  workspaceId: string,
): Promise<AllowList> {
  const { outboundAllow } = await deps.workspaces.get(workspaceId);
  // Both were checked when they were entered; a rule that can't be read allows nothing.
  return parseAllowList(`${outboundAllow}\n${deps.env.outboundAllow}`).list;
}
