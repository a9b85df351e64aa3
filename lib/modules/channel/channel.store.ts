import type { Channel as ChannelRow } from '@/generated/prisma/sqlite/client';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';
import type { SecretOwner } from '@/lib/platform/vault/create-vault';
import { channelNotFound } from './channel.rules';
import { channelSettingsSchema, type Channel, type ChannelInput, type ChannelSettings } from './channel.schema';

/** A channel as whoever comes through it meets it, whatever the workspace. */
export interface ChannelPlace {
  channelId: string;
  workspaceId: string;
  botId: string;
  botName: string;
  /** Whether the bot has a live release. */
  isBotLive: boolean;
  settings: ChannelSettings;
  /** Envelope of the secret that identities are signed with; null before one was made. */
  sealedSecret: string | null;
}

const withBot = { bot: { select: { name: true, liveReleaseId: true } } } as const;
type ChannelWithBot = ChannelRow & { bot: { name: string; liveReleaseId: string | null } };

/** Channels of one workspace: rows in and out. Identity secrets pass through as envelopes only. */
export function channelStore(db: Database | DatabaseTransaction, workspaceId: string) {
  return {
    /** By name; of one bot if it is given. */
    async list({ botId }: { botId?: string | undefined } = {}): Promise<Channel[]> {
      const rows = await db.channel.findMany({ where: { workspaceId, ...(botId === undefined ? {} : { botId }) }, orderBy: [{ name: 'asc' }, { id: 'asc' }], include: withBot });
      return rows.map(toChannel);
    },

    /** @throws Fault `channel/not-found` */
    async get(channelId: string): Promise<Channel> {
      const row = await db.channel.findFirst({ where: { id: channelId, workspaceId }, include: withBot });
      if (!row) throw channelNotFound();
      return toChannel(row);
    },

    async insert(id: string, input: ChannelInput): Promise<Channel> {
      return toChannel(await db.channel.create({ data: { id, workspaceId, ...toColumns(input) }, include: withBot }));
    },

    /** @returns null when the channel is no longer at `version` */
    async update(channelId: string, version: number, input: ChannelInput): Promise<Channel | null> {
      const { count } = await db.channel.updateMany({
        where: { id: channelId, workspaceId, version },
        data: { ...toColumns(input), version: { increment: 1 }, updatedAt: new Date() },
      });
      return count === 0 ? null : this.get(channelId);
    },

    /** Keeps another secret. The version stays: nothing that people edit has changed. @throws Fault `channel/not-found` */
    async updateSecret(channelId: string, sealedSecret: string): Promise<void> {
      const { count } = await db.channel.updateMany({ where: { id: channelId, workspaceId }, data: { sealedSecret } });
      if (count === 0) throw channelNotFound();
    },

    /** With its contacts; conversations stay. @throws Fault `channel/not-found` */
    async delete(channelId: string): Promise<void> {
      const { count } = await db.channel.deleteMany({ where: { id: channelId, workspaceId } });
      if (count === 0) throw channelNotFound();
    },
  };
}

/** A channel by its public id; null when there is none. */
export async function findChannelPlace(db: Database, channelId: string): Promise<ChannelPlace | null> {
  const row = await db.channel.findUnique({ where: { id: channelId }, include: withBot });
  if (!row) return null;
  const { workspaceId, botId, botName, isBotLive, settings } = { ...row, ...toChannel(row) };
  return { channelId, workspaceId, botId, botName, isBotLive, settings, sealedSecret: row.sealedSecret };
}

/** Whom the envelope of a channel's identity secret belongs to. */
export function toOwner({ id, workspaceId }: { id: string; workspaceId: string }): SecretOwner {
  return { workspaceId, kind: 'channel', id };
}

function toColumns({ name, botId, settings }: ChannelInput) {
  return { name, botId, settings: JSON.stringify(settings) };
}

function toChannel(row: ChannelWithBot): Channel {
  return {
    id: row.id,
    name: row.name,
    botId: row.botId,
    botName: row.bot.name,
    isBotLive: row.bot.liveReleaseId !== null,
    settings: channelSettingsSchema.parse(JSON.parse(row.settings)),
    hasIdentitySecret: row.sealedSecret !== null,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
