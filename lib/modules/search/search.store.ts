import type { Database } from '@/lib/platform/db/open-database';
import { readDraftNames } from './draft-names.store';
import type { SearchHit } from './search.contract';

/** Hits of each kind at most. */
const HITS_PER_KIND_MAX = 8;

/** Finds things of one workspace by name. */
export function searchStore(db: Database, workspaceId: string) {
  return {
    /**
     * Bots first, then dialogs and interactions (also by what they say; none for an empty text), integrations (also by URL and response variable), credentials, environments, channels; within a kind the most recently
     * changed first. Case does not matter, whatever the language, and every character stands for itself.
     */
    async find(text: string): Promise<SearchHit[]> {
      const options = { where: { workspaceId }, orderBy: [{ updatedAt: 'desc' as const }, { id: 'asc' as const }] };
      const [drafts, bots, integrations, credentials, environments, channels] = await Promise.all([
        text === '' ? [] : readDraftNames(db, workspaceId),
        db.bot.findMany({ ...options, select: { id: true, name: true, description: true } }),
        db.integration.findMany({ ...options, select: { id: true, botId: true, name: true, method: true, url: true, responseVariable: true } }),
        db.credential.findMany({ ...options, select: { id: true, name: true, kind: true } }),
        db.environment.findMany({ ...options, select: { id: true, name: true, description: true } }),
        db.channel.findMany({ ...options, select: { id: true, name: true, botId: true } }),
      ]);
      // Compared here and not by LIKE, which the two databases understand differently (case, umlauts, % and _).
      const wanted = fold(text);
      const pick = <Row extends { name: string }>(rows: Row[], toFurtherTexts: (row: Row) => string[] = () => []) =>
        rows.filter((row) => [row.name, ...toFurtherTexts(row)].some((candidate) => fold(candidate).includes(wanted))).slice(0, HITS_PER_KIND_MAX);
      const botNameById = new Map(bots.map((bot) => [bot.id, bot.name]));
      return [
        ...pick(bots).map(({ id, name, description }) => ({ kind: 'bot' as const, id, title: name, subtitle: description.slice(0, 80), href: `/bots/${id}/integrations` })),
        ...pick(drafts.flatMap(({ botId, dialogs }) => dialogs.map((dialog) => ({ ...dialog, botId })))).map(({ id, botId, name }) => ({
          kind: 'dialog' as const, id, title: name, subtitle: botNameById.get(botId) ?? '', href: `/bots/${botId}/dialogs/${id}`,
        })),
        ...pick(drafts.flatMap(({ botId, interactions }) => interactions.map((interaction) => ({ ...interaction, botId }))), (interaction) => [interaction.text]).map(({ id, botId, dialogId, name, text: said }) => ({
          kind: 'interaction' as const, id, title: name, subtitle: `${botNameById.get(botId) ?? ''}${said === '' ? '' : ` · ${said}`}`.slice(0, 120), href: `/bots/${botId}/dialogs/${dialogId}?interaction=${id}`,
        })),
        ...pick(integrations, ({ url, responseVariable }) => [url, responseVariable]).map(({ id, botId, name, method, url }) => ({
          kind: 'integration' as const, id, title: name, subtitle: `${botNameById.get(botId) ?? ''} · ${method} ${url}`.slice(0, 120), href: `/bots/${botId}/integrations/${id}`,
        })),
        ...pick(credentials).map(({ id, name, kind }) => ({ kind: 'credential' as const, id, title: name, subtitle: kind, href: `/credentials/${id}` })),
        ...pick(environments).map(({ id, name, description }) => ({ kind: 'environment' as const, id, title: name, subtitle: description.slice(0, 80), href: `/environments/${id}` })),
        ...pick(channels).map(({ id, name, botId }) => ({ kind: 'channel' as const, id, title: name, subtitle: botNameById.get(botId) ?? '', href: `/channels/${id}` })),
      ];
    },
  };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
