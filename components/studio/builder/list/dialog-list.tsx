'use client';

import { useMemo, useState, type KeyboardEvent } from 'react';

import { DragList } from '@/components/studio/builder/drag-list';
import { AddDialogMenu } from '@/components/studio/builder/list/add-dialog-menu';
import { DialogRow } from '@/components/studio/builder/list/dialog-row';
import { useDialogActions } from '@/components/studio/builder/list/use-dialog-actions';
import { listDialogs } from '@/components/studio/builder/model/edit-dialogs';
import { groupProblems } from '@/components/studio/builder/model/group-problems';
import { useOpenDialogId } from '@/components/studio/builder/open-dialog';
import { useDraft } from '@/components/studio/draft/draft-context';
import { useCommands } from '@/components/studio/frame/use-commands';
import { searchRows } from '@/components/ui/list-order';
import { SearchInput } from '@/components/ui/search-input';
import type { DraftProblem } from '@/lib/modules/draft/problem.schema';

const noProblems: readonly DraftProblem[] = [];

/** The dialogs of the bot. The search also looks into names of interactions. */
export function DialogList() {
  const { content, problems } = useDraft();
  const actions = useDialogActions();
  const openId = useOpenDialogId();
  const [query, setQuery] = useState('');
  const dialogs = useMemo(() => listDialogs(content), [content]);
  const problemsById = useMemo(() => groupProblems(problems, 'dialogId'), [problems]);
  const shown = searchRows(dialogs, query, ({ name, interactionIds }) => [name, ...interactionIds.map((id) => content.interactions[id]?.name ?? '')].join(' '));
  useCommands([{ id: 'builder.new-dialog', label: 'New dialog', section: 'Dialogs', keywords: ['create', 'add'], run: () => actions.add('standard') }]);

  return (
    <nav aria-label="Dialogs" className="flex min-h-0 flex-1 flex-col bg-canvas">
      <div className="flex shrink-0 items-center gap-1.5 p-2">
        <SearchInput label="Search dialogs" value={query} onValueChange={setQuery} className="flex-1" />
        <AddDialogMenu content={content} onAdd={actions.add} />
      </div>
      {shown.length === 0 ? <p className="px-4 py-6 text-center text-muted">{query ? `No dialog has “${query}”.` : 'No dialogs yet.'}</p> : null}
      <DragList ids={shown.map(({ id }) => id)} onMove={actions.move}>
        <ul className="flex min-h-0 flex-1 flex-col gap-px overflow-y-auto px-2 pb-2" onKeyDown={moveFocus}>
          {shown.map((dialog) => {
            const index = dialogs.indexOf(dialog);
            return (
              <DialogRow
                key={dialog.id}
                dialog={dialog}
                isOpen={dialog.id === openId}
                problems={problemsById.get(dialog.id) ?? noProblems}
                actions={actions}
                onStep={query ? null : (by) => actions.move(index, index + by)}
              />
            );
          })}
        </ul>
      </DragList>
    </nav>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  if (event.altKey || event.defaultPrevented || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-dialog-row]')];
  const index = rows.findIndex((row) => row === document.activeElement);
  if (index < 0) return;
  event.preventDefault();
  rows[index + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
