'use client';

import { Command as Cmdk } from 'cmdk';
import { Plus } from 'lucide-react';

import { useBuilder } from '@/components/studio/builder/builder-context';
import { buildDialog, insertDialog } from '@/components/studio/builder/model/edit-dialogs';
import { buildInteraction, insertInteractions } from '@/components/studio/builder/model/edit-interactions';
import { freeName } from '@/components/studio/builder/model/free-name';
import { pickerItemStyle } from '@/components/studio/builder/picker/searchable-list';
import { useDraft } from '@/components/studio/draft/draft-context';
import type { NextAction } from '@/lib/engine/program/next-action.schema';

/** Properties of `NewTargetItems`. */
export type NewTargetItemsProps = { query: string; onMade: (next: NextAction) => void };

/** Makes what a next action is to lead to: a text at the end of this dialog, or a dialog, called what was typed. */
export function NewTargetItems({ query, onMade }: NewTargetItemsProps) {
  const { content, change } = useDraft();
  const { dialog } = useBuilder();
  const words = query.trim();

  function makeInteraction() {
    const interaction = buildInteraction(content, 'text', crypto.randomUUID());
    if (words) interaction.name = freeName(words, Object.values(content.interactions).map(({ name }) => name));
    change(`Add ${interaction.name}`, (next) => insertInteractions(next, { dialogId: dialog.id, afterId: dialog.interactionIds.at(-1) ?? null }, [interaction]));
    onMade({ kind: 'interaction', interactionId: interaction.id });
  }

  function makeDialog() {
    const made = buildDialog(content, 'standard', crypto.randomUUID());
    if (words) made.name = freeName(words, Object.values(content.dialogs).map(({ name }) => name));
    change(`Add ${made.name}`, (next) => insertDialog(next, made, dialog.id));
    onMade({ kind: 'dialog', dialogId: made.id });
  }

  return (
    <Cmdk.Group heading="New" forceMount>
      <Cmdk.Item forceMount value="new-interaction" onSelect={makeInteraction} className={pickerItemStyle}>
        <Plus aria-hidden className="size-4 text-faint" />
        New interaction{words ? ` “${words}”` : ''}
      </Cmdk.Item>
      <Cmdk.Item forceMount value="new-dialog" onSelect={makeDialog} className={pickerItemStyle}>
        <Plus aria-hidden className="size-4 text-faint" />
        New dialog{words ? ` “${words}”` : ''}
      </Cmdk.Item>
    </Cmdk.Group>
  );
}
