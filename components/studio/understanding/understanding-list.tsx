'use client';

import { Copy, ListTree, PencilLine, Plus, Regex, Tag, Trash2, type LucideIcon } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';

import { useDraft } from '@/components/studio/draft/draft-context';
import { ProblemMark } from '@/components/studio/builder/problem-mark';
import type { UnderstandingChoice } from '@/components/studio/understanding/understanding-choice';
import type { UnderstandingActions } from '@/components/studio/understanding/use-understanding-actions';
import { cn } from '@/components/ui/class-names';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { searchRows } from '@/components/ui/list-order';
import { RowMenu } from '@/components/ui/row-menu';
import { SearchInput } from '@/components/ui/search-input';

/** Properties of `UnderstandingList`. */
export type UnderstandingListProps = {
  choice: UnderstandingChoice | null;
  onChoose: (choice: UnderstandingChoice, isForName?: boolean) => void;
  actions: UnderstandingActions;
};

/** The intents and entities of the bot. The search also looks into phrases and values. */
export function UnderstandingList({ choice, onChoose, actions }: UnderstandingListProps) {
  const { content } = useDraft();
  const [query, setQuery] = useState('');
  const byName = <Thing extends { name: string }>(things: Record<string, Thing>) => Object.values(things).toSorted((a, b) => a.name.localeCompare(b.name));
  const intents = searchRows(byName(content.intents), query, ({ name, label, phrases }) => [name, label, ...phrases].join(' '));
  const entities = searchRows(byName(content.entities), query, ({ name, definition }) => [name, ...(definition.kind === 'value-set' ? definition.values : [definition.expression])].join(' '));
  const row = (kind: UnderstandingChoice['kind'], thing: { id: string; name: string }, look: { Icon: LucideIcon; count: string }) => (
    <Row key={thing.id} choice={{ kind, id: thing.id }} name={thing.name} {...look} isOpen={choice?.kind === kind && choice.id === thing.id} onChoose={onChoose} actions={actions} />
  );
  return (
    <nav aria-label="Intents and entities" className="flex min-h-0 flex-1 flex-col bg-canvas">
      <div className="flex shrink-0 items-center gap-1.5 p-2">
        <SearchInput label="Search intents and entities" value={query} onValueChange={setQuery} className="flex-1" />
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto px-2 pb-2" onKeyDown={moveFocus}>
        <Part
          title="Intents"
          emptyText={query ? 'No intent matches.' : 'An intent is something consumers want, shown by examples.'}
          add={
            <IconButton label="New intent" onClick={actions.addIntent}>
              <Plus aria-hidden />
            </IconButton>
          }
        >
          {intents.map((intent) => row('intent', intent, { Icon: Tag, count: `${intent.phrases.length}` }))}
        </Part>
        <Part title="Entities" emptyText={query ? 'No entity matches.' : 'An entity is something consumers name: a city, an account, a number.'} add={<AddEntity actions={actions} />}>
          {entities.map((entity) => row('entity', entity, entity.definition.kind === 'value-set' ? { Icon: ListTree, count: `${entity.definition.values.length}` } : { Icon: Regex, count: '' }))}
        </Part>
      </div>
    </nav>
  );
}

function Part({ title, emptyText, add, children }: { title: string; emptyText: string; add: ReactNode; children: readonly ReactNode[] }) {
  return (
    <section aria-label={title}>
      <div className="flex h-8 items-center justify-between pl-2">
        <h2 className="text-xs font-medium text-muted">{title}</h2>
        {add}
      </div>
      {children.length === 0 ? <p className="px-2 py-1 text-xs text-muted">{emptyText}</p> : <ul className="flex flex-col gap-px">{children}</ul>}
    </section>
  );
}

function AddEntity({ actions }: { actions: UnderstandingActions }) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label="New entity">
          <Plus aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuItem onSelect={() => actions.addEntity({ kind: 'value-set', values: [] })}>
          <ListTree aria-hidden />
          Value set
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => actions.addEntity({ kind: 'regular-expression', expression: '' })}>
          <Regex aria-hidden />
          Regular expression
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

type RowProps = Omit<UnderstandingListProps, 'choice'> & { choice: UnderstandingChoice; name: string; Icon: LucideIcon; count: string; isOpen: boolean };

/** One intent or entity. F2 goes to its name, Del deletes it. */
function Row({ choice, name, Icon, count, isOpen, onChoose, actions }: RowProps) {
  const { problems } = useDraft();
  const own = problems.filter(({ place }) => (choice.kind === 'intent' ? place.intentId : place.entityId) === choice.id);
  return (
    <li className={cn('group flex items-center rounded-md pr-0.5', isOpen ? 'bg-accent-soft' : 'hover:bg-raised')}>
      <button
        type="button"
        data-row=""
        aria-current={isOpen ? 'true' : undefined}
        aria-keyshortcuts="F2 Delete"
        onClick={() => onChoose(choice)}
        onKeyDown={(event) => {
          if (event.key === 'F2') onChoose(choice, true);
          else if (event.key === 'Delete') actions.remove(choice);
          else return;
          event.preventDefault();
        }}
        className={cn('flex h-8 min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-start focus-visible:-outline-offset-2', isOpen && 'font-medium')}
      >
        <Icon aria-hidden className="size-4 shrink-0 text-faint" />
        <span className="min-w-0 flex-1 truncate">{name || 'unnamed'}</span>
        <ProblemMark problems={own} />
        <span className="text-xs text-faint tabular-nums">{count}</span>
      </button>
      <span className="opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 has-data-[state=open]:opacity-100">
        <RowMenu label={`Actions for ${name}`} tabIndex={isOpen ? 0 : -1}>
          <DropdownMenuItem onSelect={() => onChoose(choice, true)}>
            <PencilLine aria-hidden />
            Rename
          </DropdownMenuItem>
          <DropdownMenuItem onSelect={() => actions.duplicate(choice)}>
            <Copy aria-hidden />
            Duplicate
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuItem tone="danger" onSelect={() => actions.remove(choice)}>
            <Trash2 aria-hidden />
            Delete
          </DropdownMenuItem>
        </RowMenu>
      </span>
    </li>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  if (event.defaultPrevented || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')];
  const index = rows.findIndex((row) => row === document.activeElement);
  const next = rows[index + (event.key === 'ArrowDown' ? 1 : -1)];
  if (index < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
