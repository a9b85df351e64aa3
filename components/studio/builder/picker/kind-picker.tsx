'use client';

import type { ReactNode } from 'react';

import { kindGroups, kindLooks } from '@/components/studio/builder/model/interaction-kinds';
import { PickerPopover } from '@/components/studio/builder/picker/picker-popover';
import type { InteractionKind } from '@/lib/engine/program/interaction.schema';

/** Properties of `KindPicker`. */
export type KindPickerProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onChoose: (kind: InteractionKind) => void;
  /** The kind that it is now. */
  chosen?: InteractionKind;
  /** What is asked: "Add an interaction". */
  label: string;
  children: ReactNode;
};

/** Chooses a kind of interaction. A new one gets the focus; when one changes its kind, the focus comes back. */
export function KindPicker({ onChoose, chosen, ...popover }: KindPickerProps) {
  return (
    <PickerPopover
      {...popover}
      isFocusMoved={chosen === undefined}
      placeholder="Search kinds"
      groups={kindGroups.map(({ group, kinds }) => ({ heading: group, options: kinds.map((kind) => ({ id: kind, ...kindLooks[kind], isChosen: kind === chosen })) }))}
      // The ids of the options are kinds.
      onChoose={(id) => onChoose(id as InteractionKind)}
    />
  );
}
