import { jsonValueSchema, type JsonValue } from '@/lib/engine/json';
import { contextDataSchema, type ContextData, type ContextScope, type ScriptCommand } from '@/lib/engine/script/conversation-script.schema';
import { findPersonId } from '@/lib/modules/contact/person-data.store';
import type { Database, DatabaseTransaction } from '@/lib/platform/db/open-database';

/** Whose context data a conversation sees, and when. */
export interface ContextPlace {
  /** Previews share context data among themselves, apart from live conversations. */
  isPreview: boolean;
  consumerId: string;
  conversationId: string;
  nowMs: number;
}

/**
 * Context data of one workspace: what scripts share between conversations (global), between conversations of one consumer,
 * and within one conversation. Source: conversation-builder reference, section 5.8.
 */
export function contextDataStore(db: Database | DatabaseTransaction, workspaceId: string) {
  const toOwnerId = async (scope: ContextScope, { isPreview, consumerId, conversationId }: ContextPlace) => {
    if (scope === 'global') return '';
    if (scope === 'conversation') return conversationId;
    return isPreview ? consumerId : findPersonId(db, consumerId);
  };

  const registerNamespace = async (name: string, ttlS: number | null, { isPreview, nowMs }: ContextPlace) => {
    const key = { workspaceId, isPreview, name };
    // Without a lifetime an existing namespace keeps its own.
    await db.contextNamespace.upsert({ where: { workspaceId_isPreview_name: key }, create: { ...key, ttlS }, update: ttlS === null ? {} : { ttlS } });
    await db.contextProperty.deleteMany({ where: { workspaceId, isPreview, namespace: name, expiresAt: { lte: new Date(nowMs) } } });
  };

  const deleteNamespace = async (name: string, { isPreview }: ContextPlace) => {
    await db.contextProperty.deleteMany({ where: { workspaceId, isPreview, namespace: name } });
    await db.contextNamespace.deleteMany({ where: { workspaceId, isPreview, name } });
  };

  const setProperty = async (command: Extract<ScriptCommand, { kind: 'set-context' }>, place: ContextPlace) => {
    const namespace = await db.contextNamespace.findUnique({ where: { workspaceId_isPreview_name: { workspaceId, isPreview: place.isPreview, name: command.namespace } } });
    // Deleted by another conversation since the script ran.
    if (namespace === null) return;
    const { scope, property } = command;
    const key = { workspaceId, isPreview: place.isPreview, namespace: namespace.name, scope, ownerId: await toOwnerId(scope, place), property };
    const expiresAt = namespace.ttlS === null ? null : new Date(place.nowMs + namespace.ttlS * 1_000);
    const value = JSON.stringify(command.value);
    await db.contextProperty.upsert({
      where: { workspaceId_isPreview_namespace_scope_ownerId_property: key },
      create: { ...key, value, expiresAt },
      update: { value, expiresAt },
    });
  };

  return {
    /** What a script may see, for its snapshot: global data, the consumer's and the conversation's, nothing expired. */
    async read(place: ContextPlace): Promise<ContextData> {
      const scopes: ContextScope[] = ['global', 'user', 'conversation'];
      const owners = await Promise.all(scopes.map(async (scope) => ({ scope, ownerId: await toOwnerId(scope, place) })));
      const [namespaces, properties] = await Promise.all([
        db.contextNamespace.findMany({ where: { workspaceId, isPreview: place.isPreview }, orderBy: { name: 'asc' } }),
        db.contextProperty.findMany({
          where: {
            workspaceId,
            isPreview: place.isPreview,
            AND: [
              { OR: owners },
              { OR: [{ expiresAt: null }, { expiresAt: { gt: new Date(place.nowMs) } }] },
            ],
          },
          orderBy: [{ namespace: 'asc' }, { property: 'asc' }],
        }),
      ]);
      const toValues = (namespace: string, scope: ContextScope) =>
        Object.fromEntries(properties.filter((row) => row.namespace === namespace && row.scope === scope).map(({ property, value }) => [property, readValue(value)]));
      const data = Object.fromEntries(
        namespaces.map(({ name, ttlS }) => [
          name,
          { ttlS, global: toValues(name, 'global'), user: toValues(name, 'user'), conversation: toValues(name, 'conversation') },
        ]),
      );
      return contextDataSchema.parse(data);
    },

    /** Carries out what a script asked for; commands that are not about context data do nothing. Wants the turn's transaction. */
    async apply(command: ScriptCommand, place: ContextPlace): Promise<void> {
      switch (command.kind) {
        case 'register-context':
          return registerNamespace(command.namespace, command.ttlS, place);
        case 'delete-context-namespace':
          return deleteNamespace(command.namespace, place);
        case 'set-context':
          return setProperty(command, place);
        case 'delete-context': {
          const { namespace, scope, property } = command;
          await db.contextProperty.deleteMany({ where: { workspaceId, isPreview: place.isPreview, namespace, scope, ownerId: await toOwnerId(scope, place), ...(property === null ? {} : { property }) } });
          return;
        }
        default:
          return;
      }
    },
  };
}

/** The column holds JSON text as a string: Prisma's own way with numbers loses their last digits. */
function readValue(text: unknown): JsonValue {
  return jsonValueSchema.parse(JSON.parse(String(text)));
}
