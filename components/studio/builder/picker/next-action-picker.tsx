'use client';

import { ChevronDown, CornerDownRight, MessagesSquare } from 'lucide-react';
import { useMemo, useState } from 'react';

import { useBuilder } from '@/components/studio/builder/builder-context';
import { listDialogs } from '@/components/studio/builder/model/edit-dialogs';
import { describeNext, nextActionWords } from '@/components/studio/builder/model/describe-next';
import { kindLooks } from '@/components/studio/builder/model/interaction-kinds';
import { NewTargetItems } from '@/components/studio/builder/picker/new-target-items';
import { PickerPopover } from '@/components/studio/builder/picker/picker-popover';
import type { PickerGroup } from '@/components/studio/builder/picker/searchable-list';
import { useBotNames } from '@/components/studio/builder/use-bot-names';
import { useDraft } from '@/components/studio/draft/draft-context';
import { cn } from '@/components/ui/class-names';
import { controlStyle } from '@/components/ui/control-style';
import { useFieldControl } from '@/components/ui/field-context';
import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { nextActionSchema, type NextAction } from '@/lib/engine/program/next-action.schema';

/** Properties of `NextActionPicker`. */
export type NextActionPickerProps = {
  value: NextAction;
  onChange: (next: NextAction) => void;
  /** For screen readers, where no field names it. */
  ariaLabel?: string | undefined;
  /** Repeating makes sense for questions only. */
  isQuestion: boolean;
};

/** Where to go on: an action, an interaction of any dialog, a dialog, or a new one of either. Source: reference, section 6.7. */
export function NextActionPicker({ value, onChange, ariaLabel, isQuestion }: NextActionPickerProps) {
  const { content } = useDraft();
  const { dialog } = useBuilder();
  const [isOpen, setIsOpen] = useState(false);
  const control = useFieldControl({});
  const target = describeNext(value, useBotNames(content));
  const groups = useMemo(() => (isOpen ? buildGroups(content, dialog.id, { value, isQuestion }) : []), [isOpen, content, dialog.id, value, isQuestion]);
  return (
    <PickerPopover
      open={isOpen}
      onOpenChange={setIsOpen}
      label="Next action"
      placeholder="Search interactions and dialogs"
      groups={groups}
      onChoose={(id) => onChange(nextActionSchema.parse(JSON.parse(id)))}
      footer={(query, close) => (
        <NewTargetItems
          query={query}
          onMade={(next) => {
            close();
            onChange(next);
          }}
        />
      )}
    >
      <button
        type="button"
        {...control}
        aria-label={ariaLabel === undefined ? undefined : `${ariaLabel}: ${target.text}`}
        className={cn(controlStyle, 'inline-flex h-8 items-center gap-2 px-2 text-left', target.isBroken && 'border-bad text-bad')}
      >
        <CornerDownRight aria-hidden className="size-3.5 shrink-0 text-faint" />
        <span className="min-w-0 flex-1 truncate">{target.text}</span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-faint" />
      </button>
    </PickerPopover>
  );
}

function buildGroups(content: BotContent, openDialogId: string, { value, isQuestion }: { value: NextAction; isQuestion: boolean }): PickerGroup[] {
  const chosen = toId(value);
  const dialogs = listDialogs(content);
  const ordered = [...dialogs.filter(({ id }) => id === openDialogId), ...dialogs.filter(({ id }) => id !== openDialogId)];
  const toOption = (next: NextAction, rest: { label: string; hint?: string; Icon?: PickerGroup['options'][number]['Icon'] }) => ({ id: toId(next), isChosen: toId(next) === chosen, ...rest });
  return [
    {
      heading: 'Actions',
      // The table's keys are kinds of next actions that need nothing more.
      options: (Object.keys(nextActionWords) as (keyof typeof nextActionWords)[])
        .filter((kind) => isQuestion || kind !== 'repeat')
        .map((kind) => toOption({ kind }, { label: nextActionWords[kind] })),
    },
    ...ordered.map(({ id, name, interactionIds }) => ({
      heading: name || 'unnamed',
      options: [
        toOption({ kind: 'dialog', dialogId: id }, { label: name || 'unnamed', hint: 'dialog', Icon: MessagesSquare }),
        ...interactionIds.flatMap((interactionId) => {
          const interaction = content.interactions[interactionId];
          if (!interaction) return [];
          const { label, Icon } = kindLooks[interaction.kind];
          return [toOption({ kind: 'interaction', interactionId }, { label: interaction.name || 'unnamed', hint: label, Icon })];
        }),
      ],
    })),
  ];
}

/** Options are told apart by their action itself, in one spelling. */
function toId(next: NextAction): string {
  return JSON.stringify(next, ['kind', 'interactionId', 'dialogId']);
}
