/** Which interactions are selected. */
export interface Selection {
  /** Whose settings are shown; always selected. Null: the dialog itself. */
  activeId: string | null;
  /** From where Shift extends. */
  anchorId: string | null;
  ids: readonly string[];
}

/** One alone. */
export function selectOne(id: string | null): Selection {
  return { activeId: id, anchorId: id, ids: id === null ? [] : [id] };
}

/** One more, or one less; the newest is the active one. */
export function toggle(selection: Selection, id: string): Selection {
  if (!selection.ids.includes(id)) return { activeId: id, anchorId: id, ids: [...selection.ids, id] };
  const ids = selection.ids.filter((other) => other !== id);
  const activeId = ids.at(-1) ?? null;
  return { activeId, anchorId: activeId, ids };
}

/** Everything from the anchor to `id`. */
export function extendTo(selection: Selection, id: string, order: readonly string[]): Selection {
  const anchorId = selection.anchorId !== null && order.includes(selection.anchorId) ? selection.anchorId : id;
  const [from, to] = [order.indexOf(anchorId), order.indexOf(id)];
  return { activeId: id, anchorId, ids: order.slice(Math.min(from, to), Math.max(from, to) + 1) };
}

/** The selection without what isn't there any more, in the order of the dialog. */
export function keepExisting(selection: Selection, order: readonly string[]): Selection {
  const ids = order.filter((id) => selection.ids.includes(id));
  if (selection.activeId !== null && ids.includes(selection.activeId)) return { ...selection, ids };
  return selectOne(ids.at(-1) ?? null);
}

/** What to select when some are about to go: the one behind them, else the one before. */
export function findNeighbour(order: readonly string[], ids: readonly string[]): string | null {
  const last = Math.max(...ids.map((id) => order.indexOf(id)));
  return order.slice(last + 1).find((id) => !ids.includes(id)) ?? order.slice(0, Math.max(last, 0)).findLast((id) => !ids.includes(id)) ?? null;
}
