/** The tabs of the settings of an interaction. */
export const builderTabs = ['basics', 'rules', 'code', 'next'] as const;
export type BuilderTab = (typeof builderTabs)[number];

/** Where in the builder. */
export interface BuilderSpot {
  dialogId: string;
  /** Null: the dialog itself. */
  interactionId?: string | null | undefined;
  tab?: BuilderTab | undefined;
}

/** The address of a place in the dialog builder. */
export function toBuilderHref(botId: string, { dialogId, interactionId, tab }: BuilderSpot): string {
  const query = new URLSearchParams({ ...(interactionId ? { interaction: interactionId } : {}), ...(tab && tab !== 'basics' ? { tab } : {}) }).toString();
  return `/bots/${encodeURIComponent(botId)}/dialogs/${encodeURIComponent(dialogId)}${query ? `?${query}` : ''}`;
}
