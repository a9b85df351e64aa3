'use client';

import { Plus } from 'lucide-react';
import { memo } from 'react';

import { KindPicker } from '@/components/studio/builder/picker/kind-picker';
import { cn } from '@/components/ui/class-names';
import type { InteractionKind } from '@/lib/engine/program/interaction.schema';

/** Properties of `GapButton`. */
export type GapButtonProps = {
  /** The interaction before it; null: the dialog starter. */
  afterId: string | null;
  isOpen: boolean;
  onOpenChange: (open: boolean, afterId: string | null) => void;
  onChoose: (kind: InteractionKind, afterId: string | null) => void;
  /** Shown with words, at the end of the run. */
  isLast: boolean;
};

/** Between two cards: adds one there. Shown on hover; by keyboard `A` on a card does it. */
export const GapButton = memo(function GapButton({ afterId, isOpen, onOpenChange, onChoose, isLast }: GapButtonProps) {
  return (
    <KindPicker open={isOpen} onOpenChange={(open) => onOpenChange(open, afterId)} onChoose={(kind) => onChoose(kind, afterId)} label="Add an interaction">
      <button
        type="button"
        tabIndex={isLast ? 0 : -1}
        aria-label={isLast ? undefined : 'Add an interaction here'}
        className={cn(
          'flex w-full items-center justify-center gap-1 rounded-md text-xs text-muted',
          isLast ? 'h-9 border border-dashed border-line-strong hover:bg-raised hover:text-ink' : 'h-3 opacity-0 hover:opacity-100 focus-visible:opacity-100 data-[state=open]:opacity-100',
        )}
      >
        {isLast ? (
          <>
            <Plus aria-hidden className="size-3.5" />
            Add interaction
          </>
        ) : (
          <span className="flex w-full items-center gap-1 text-accent">
            <span className="h-px flex-1 bg-accent" />
            <Plus aria-hidden className="size-3.5" />
            <span className="h-px flex-1 bg-accent" />
          </span>
        )}
      </button>
    </KindPicker>
  );
});
