'use client';

import { Popover } from 'radix-ui';
import { useState, type ReactNode } from 'react';

import { SearchableList, type SearchableListProps } from '@/components/studio/builder/picker/searchable-list';
import { cn } from '@/components/ui/class-names';
import { floatingStyle } from '@/components/ui/menu-style';

/** Properties of `PickerPopover`. */
export type PickerPopoverProps = Omit<SearchableListProps, 'query' | 'onQueryChange' | 'footer'> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The button that opens it. */
  children: ReactNode;
  footer?: ((query: string, close: () => void) => ReactNode) | undefined;
  /** After a choice the focus goes elsewhere by itself. */
  isFocusMoved?: boolean;
};

/** A searchable list behind a button. */
export function PickerPopover({ open, onOpenChange, children, isFocusMoved = false, ...list }: PickerPopoverProps) {
  const [hasChosen, setHasChosen] = useState(false);
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        if (next) setHasChosen(false);
        onOpenChange(next);
      }}
    >
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={list.label}
          onCloseAutoFocus={(event) => {
            if (hasChosen && isFocusMoved) event.preventDefault();
          }}
          className={cn(floatingStyle, 'w-80 max-w-[calc(100vw-16px)] overflow-hidden')}
        >
          <OpenPicker {...list} onChosen={() => setHasChosen(true)} onClose={() => onOpenChange(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

type OpenPickerProps = Omit<PickerPopoverProps, 'open' | 'onOpenChange' | 'children' | 'isFocusMoved'> & { onChosen: () => void; onClose: () => void };

function OpenPicker({ onChosen, onClose, onChoose, footer, ...list }: OpenPickerProps) {
  const [query, setQuery] = useState('');
  return (
    <SearchableList
      {...list}
      query={query}
      onQueryChange={setQuery}
      onChoose={(id) => {
        onChosen();
        onClose();
        onChoose(id);
      }}
      footer={
        footer
          ? (words) =>
              footer(words, () => {
                onChosen();
                onClose();
              })
          : undefined
      }
    />
  );
}
