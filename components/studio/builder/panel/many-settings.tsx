'use client';

import { ArrowLeft, CopyPlus, Power, Trash2 } from 'lucide-react';

import { useBuilder } from '@/components/studio/builder/builder-context';
import { useRunActions } from '@/components/studio/builder/run/use-run-actions';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';

/** What can be done with several interactions at once. */
export function ManySettings({ onBack }: { onBack: (() => void) | null }) {
  const { content } = useDraft();
  const { selection } = useBuilder();
  const actions = useRunActions();
  const isSomeOff = selection.ids.some((id) => content.interactions[id]?.enabled === false);
  return (
    <div className="flex flex-col gap-3 p-3">
      <div className="flex items-center gap-2">
        {onBack ? (
          <IconButton label="Back to the interactions" onClick={onBack}>
            <ArrowLeft aria-hidden />
          </IconButton>
        ) : null}
        <h3 className="font-medium">{selection.ids.length} interactions selected</h3>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => actions.duplicate()}>
          <CopyPlus aria-hidden />
          Duplicate
        </Button>
        <Button size="sm" onClick={() => actions.toggle()}>
          <Power aria-hidden />
          {isSomeOff ? 'Switch on' : 'Switch off'}
        </Button>
        <Button size="sm" className="text-bad" onClick={() => actions.remove()}>
          <Trash2 aria-hidden />
          Delete
        </Button>
      </div>
      <p className="text-muted">Drag one of them, or press Alt with an arrow key, to move all.</p>
    </div>
  );
}
