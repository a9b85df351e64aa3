'use client';

import { useState } from 'react';

import { useBuilder } from '@/components/studio/builder/builder-context';
import { changeKind, listLost } from '@/components/studio/builder/model/change-kind';
import { buildInteraction, deleteInteractions, findStepIndex, insertInteractions, moveInteractions } from '@/components/studio/builder/model/edit-interactions';
import { kindLooks } from '@/components/studio/builder/model/interaction-kinds';
import { findNeighbour, selectOne, type Selection } from '@/components/studio/builder/model/selection';
import { useDraft } from '@/components/studio/draft/draft-context';
import { notify } from '@/components/ui/toaster';
import type { Interaction, InteractionKind } from '@/lib/engine/program/interaction.schema';
import { duplicateInteractions } from '@/lib/modules/draft/paste-in.rules';

/** What can be done with the interactions of the open dialog. Those given by id, else the selected ones. */
export function useRunActions() {
  const { content, change, surroundings } = useDraft();
  const { dialog, selection, setSelection, focusCard, setTab } = useBuilder();
  const order = dialog.interactionIds;
  // Told to screen readers; the number makes the same words news again.
  const [moved, setMoved] = useState({ text: '', count: 0 });
  const tellMoved = (ids: readonly string[], beforeIndex: number) => {
    const place = order.slice(0, beforeIndex).filter((id) => !ids.includes(id)).length + 1;
    const last = place + ids.length - 1;
    const where = ids.length === 1 ? `is now number ${place}` : `are now numbers ${place} to ${last}`;
    setMoved(({ count }) => ({ text: `${nameOf(ids)} ${where} of ${order.length}.`, count: count + 1 }));
  };

  const show = (next: Selection) => {
    setSelection(next);
    focusCard(next.activeId);
  };
  /** Several under one name for undo: the thing's own, or their number. */
  const nameOf = (ids: readonly string[]) => (ids.length === 1 ? (content.interactions[ids[0] ?? '']?.name ?? 'an interaction') : `${ids.length} interactions`);

  const showAll = (ids: readonly string[]) => show({ activeId: ids.at(-1) ?? null, anchorId: ids[0] ?? null, ids });

  return {
    /** What moved last, and to where. */
    moved,
    add(kind: InteractionKind, afterId: string | null): void {
      const interaction = buildInteraction(content, kind, crypto.randomUUID());
      change(`Add ${interaction.name}`, (next) => insertInteractions(next, { dialogId: dialog.id, afterId }, [interaction]));
      // What is new has nothing to say yet, whatever was looked at before.
      setTab('basics');
      show(selectOne(interaction.id));
    },
    duplicate(ids: readonly string[] = selection.ids): void {
      if (ids.length === 0) return;
      const copied = duplicateInteractions(content, ids, { dialogId: dialog.id, integrations: surroundings?.integrations ?? [], newId: () => crypto.randomUUID() });
      change(`Duplicate ${nameOf(ids)}`, () => copied.content);
      showAll(copied.interactionIds);
    },
    /** Deletes at once; the toast brings back. */
    remove(ids: readonly string[] = selection.ids): void {
      if (ids.length === 0) return;
      const label = `Delete ${nameOf(ids)}`;
      const neighbour = findNeighbour(order, ids);
      const revert = change(label, (next) => deleteInteractions(next, dialog.id, ids));
      show(selectOne(neighbour));
      notify.undo(label.replace('Delete', 'Deleted'), () => {
        revert();
        showAll(ids);
      });
    },
    /** Moves the selection by one place; the focus goes along. */
    step(direction: 'up' | 'down'): void {
      const toIndex = findStepIndex(order, selection.ids, direction);
      if (toIndex === null) return;
      change(`Move ${nameOf(selection.ids)}`, (next) => moveInteractions(next, dialog.id, { ids: selection.ids, toIndex }));
      focusCard(selection.activeId);
      tellMoved(selection.ids, toIndex);
    },
    /** Puts what was dragged, and what is selected with it, to the place of another. */
    drop(from: number, to: number): void {
      const id = order[from];
      if (id === undefined || from === to) return;
      const ids = selection.ids.includes(id) ? selection.ids : [id];
      change(`Move ${nameOf(ids)}`, (next) => moveInteractions(next, dialog.id, { ids, toIndex: to > from ? to + 1 : to }));
      tellMoved(ids, to > from ? to + 1 : to);
    },
    toggle(ids: readonly string[] = selection.ids): void {
      const isOn = ids.some((id) => content.interactions[id]?.enabled === false);
      change(`Switch ${nameOf(ids)} ${isOn ? 'on' : 'off'}`, ({ interactions }) => {
        for (const id of ids) {
          const interaction = interactions[id];
          if (interaction) interaction.enabled = isOn;
        }
      });
    },
    /** Tells what the new kind has no place for, and offers it back. */
    setKind(interaction: Interaction, kind: InteractionKind): void {
      const changed = changeKind(interaction, kind);
      const { label } = kindLooks[kind];
      const revert = change(`Change ${interaction.name} to ${label}`, ({ interactions }) => {
        interactions[interaction.id] = changed;
      });
      const lost = listLost(interaction, changed);
      if (lost.length > 0) notify.undo(`${interaction.name} is now: ${label}. It has no place for ${lost.join(', ')}.`, revert);
    },
  };
}

/** What can be done with interactions. */
export type RunActions = ReturnType<typeof useRunActions>;
