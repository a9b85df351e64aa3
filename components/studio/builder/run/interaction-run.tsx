'use client';

import { useMemo, useState, type MouseEvent } from 'react';

import { useBuilder } from '@/components/studio/builder/builder-context';
import { useBuilderRoom } from '@/components/studio/builder/builder-layout';
import { DragList } from '@/components/studio/builder/drag-list';
import { extendTo, selectOne, toggle } from '@/components/studio/builder/model/selection';
import { CardList } from '@/components/studio/builder/run/card-list';
import { GapButton } from '@/components/studio/builder/run/gap-button';
import { RunContext } from '@/components/studio/builder/run/run-context';
import { RunHeader } from '@/components/studio/builder/run/run-header';
import { StarterCard } from '@/components/studio/builder/run/starter-card';
import { useRunActions } from '@/components/studio/builder/run/use-run-actions';
import { useRunClipboard } from '@/components/studio/builder/run/use-run-clipboard';
import { useRunKeys } from '@/components/studio/builder/run/use-run-keys';
import { CARD_ATTRIBUTE } from '@/components/studio/builder/use-builder-state';
import { useBotNames } from '@/components/studio/builder/use-bot-names';
import { useLatestCall } from '@/components/studio/builder/use-latest-call';
import { useDraft } from '@/components/studio/draft/draft-context';

/** The open dialog as a vertical run of cards: its starter, then its interactions. */
export function InteractionRun({ onOpenSettings }: { onOpenSettings: () => void }) {
  const { content, problems } = useDraft();
  const { dialog, selection, setSelection } = useBuilder();
  const room = useBuilderRoom();
  const actions = useRunActions();
  const clipboard = useRunClipboard();
  const names = useBotNames(content);
  const dialogProblems = useMemo(() => problems.filter(({ place }) => place.dialogId === dialog.id && place.interactionId === undefined), [problems, dialog.id]);
  // Behind which card the list of kinds is open; undefined: nowhere.
  const [addAfter, setAddAfter] = useState<string | null | undefined>(undefined);
  const handleKey = useRunKeys(actions, { add: () => setAddAfter(selection.activeId), settings: onOpenSettings });
  const choose = useLatestCall(actions.add);
  const openGap = useLatestCall((open: boolean, afterId: string | null) => setAddAfter(open ? afterId : undefined));
  const ids = dialog.interactionIds;

  function handleClick(event: MouseEvent) {
    const card = event.target instanceof Element ? event.target.closest(`[${CARD_ATTRIBUTE}]`) : null;
    const id = card?.getAttribute(CARD_ATTRIBUTE);
    if (id === undefined || id === null) return;
    if (id === '') setSelection(selectOne(null));
    else if (event.shiftKey) setSelection(extendTo(selection, id, ids));
    else if (event.metaKey || event.ctrlKey) setSelection(toggle(selection, id));
    else setSelection(selectOne(id));
    // Where the settings stand behind the cards, a tap leads to them.
    if (room === 'narrow' && !event.shiftKey && !event.metaKey && !event.ctrlKey) onOpenSettings();
  }

  return (
    <RunContext value={{ actions, clipboard, openAdd: setAddAfter }}>
      <section aria-label={`Interactions of ${dialog.name}`} className="flex min-h-0 flex-1 flex-col bg-canvas">
        <p role="status" className="sr-only">
          <span key={actions.moved.count}>{actions.moved.text}</span>
        </p>
        <RunHeader dialog={dialog} onOpenSettings={onOpenSettings} />
        <div className="min-h-0 flex-1 overflow-y-auto p-3" onClick={handleClick} onKeyDown={handleKey}>
          <div className="mx-auto flex max-w-160 flex-col">
            <StarterCard dialog={dialog} names={names} isActive={selection.activeId === null} problems={dialogProblems} />
            <GapButton afterId={null} isOpen={addAfter === null && ids.length > 0} onOpenChange={openGap} onChoose={choose} isLast={false} />
            <DragList ids={ids} onMove={actions.drop}>
              <CardList isAddOpenAfter={addAfter} onAddOpenChange={openGap} onAdd={choose} />
            </DragList>
            <div className="mt-2">
              <GapButton afterId={ids.at(-1) ?? null} isOpen={addAfter !== undefined && addAfter === (ids.at(-1) ?? null)} onOpenChange={openGap} onChoose={choose} isLast />
            </div>
          </div>
        </div>
      </section>
    </RunContext>
  );
}
