import { Fault } from '@/lib/engine/fault';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import { nullIfTaken } from '@/lib/platform/db/unique-violation';

/** Id of the row that stands for a setup under way. */
const SETUP_CLAIM = 'owner-setup';
const SETUP_CLAIM_MS = 60_000;

interface WorkspaceRow {
  id: string;
  name: string;
  outboundAllow: string;
  version: number;
}

/** Workspaces and who belongs to them. */
export function workspaceStore(db: Database | DatabaseTransaction) {
  return {
    async getPerson(userId: string): Promise<{ name: string; email: string }> {
      return db.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } });
    },

    async hasPeople(): Promise<boolean> {
      return (await db.user.findFirst({ select: { id: true } })) !== null;
    },

    /** Reserves the making of the owner for one request; for a minute, so that a crash does not lock everybody out. */
    async claimSetup(): Promise<boolean> {
      const nowMs = Date.now();
      await db.verification.deleteMany({ where: { id: SETUP_CLAIM, expiresAt: { lt: new Date(nowMs) } } });
      const claim = { id: SETUP_CLAIM, identifier: SETUP_CLAIM, value: '', expiresAt: new Date(nowMs + SETUP_CLAIM_MS) };
      return (await db.verification.create({ data: claim }).catch(nullIfTaken)) !== null;
    },

    async releaseSetup(): Promise<void> {
      await db.verification.deleteMany({ where: { id: SETUP_CLAIM } });
    },

    /** The workspace that a person works in; null for a person without one. */
    async findWorkspaceId(userId: string): Promise<string | null> {
      const row = await db.membership.findFirst({ where: { userId }, orderBy: { createdAt: 'asc' }, select: { workspaceId: true } });
      return row?.workspaceId ?? null;
    },

    /** @throws Fault `workspace/not-found` */
    async get(workspaceId: string): Promise<WorkspaceRow> {
      const row = await db.workspace.findUnique({ where: { id: workspaceId } });
      if (!row) throw new Fault('missing', 'workspace/not-found', 'This workspace does not exist.');
      return { id: row.id, name: row.name, outboundAllow: row.outboundAllow, version: row.version };
    },

    /** The only workspace of an installation; null before the first start has seeded it. */
    async findFirst(): Promise<WorkspaceRow | null> {
      return db.workspace.findFirst({ orderBy: { createdAt: 'asc' }, select: { id: true, name: true, outboundAllow: true, version: true } });
    },

    async insert(workspace: { id: string; name: string; outboundAllow: string }): Promise<void> {
      await db.workspace.create({ data: workspace });
    },

    /** @returns false when the workspace is no longer at `version` */
    async update(workspaceId: string, version: number, change: { name: string; outboundAllow: string }): Promise<boolean> {
      const { count } = await db.workspace.updateMany({ where: { id: workspaceId, version }, data: { ...change, version: { increment: 1 } } });
      return count > 0;
    },

    async insertMember(member: { id: string; workspaceId: string; userId: string; role: string }): Promise<void> {
      await db.membership.create({ data: member });
    },
  };
}
