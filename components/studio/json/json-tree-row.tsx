'use client';

import { Braces, ChevronRight, Copy, Link2, Route } from 'lucide-react';

import { JsonScalar } from '@/components/studio/json/json-scalar';
import type { JsonNodeRow } from '@/components/studio/json/json-tree-rows';
import { cn } from '@/components/ui/class-names';

/** What one can do with a line of the tree. */
export type JsonRowActions = {
  activate: (row: JsonNodeRow) => void;
  toggle: (row: JsonNodeRow) => void;
  pick: ((row: JsonNodeRow) => void) | null;
  copyValue: (row: JsonNodeRow) => void;
  copyPath: (row: JsonNodeRow) => void;
  toggleLong: (row: JsonNodeRow) => void;
};

/** A value's line: its name, the value or how much it holds, what it is mapped to, and actions under the pointer. */
export function JsonTreeRow(props: {
  row: JsonNodeRow;
  actions: JsonRowActions;
  isMatch: boolean;
  isLongShown: boolean;
  /** The field that takes this value, if one does. */
  mappedTo: string | null;
}) {
  const { row, actions } = props;
  const isContainer = row.childCount !== null;
  return (
    <div
      className="group/row flex min-w-0 items-start gap-1 pr-2"
      style={{ paddingLeft: 4 + row.depth * 16 }}
      onMouseDown={() => actions.activate(row)}
    >
      <span
        className={cn('flex size-5 shrink-0 items-center justify-center', row.childCount ? 'cursor-pointer text-faint' : 'invisible')}
        onClick={() => actions.toggle(row)}
      >
        <ChevronRight aria-hidden className={cn('size-3.5 transition-transform', row.isExpanded && 'rotate-90')} />
      </span>
      <span
        className={cn('flex min-w-0 items-start', isContainer && 'cursor-pointer')}
        onClick={isContainer ? () => actions.toggle(row) : undefined}
      >
        <span className={cn('max-w-72 shrink-0 truncate', typeof row.name === 'number' ? 'text-faint' : 'text-code-key', props.isMatch && 'bg-warn-soft')}>
          {row.name ?? 'response'}
        </span>
        {isContainer ? (
          <span className="ml-2 shrink-0 text-faint">{Array.isArray(row.value) ? `[${row.childCount}]` : `{${row.childCount}}`}</span>
        ) : (
          <>
            <span className="mr-2 text-faint">:</span>
            <JsonScalar
              value={row.value}
              isLongShown={props.isLongShown}
              isMatch={props.isMatch}
              onPick={actions.pick ? () => actions.pick?.(row) : null}
              onToggleLong={() => actions.toggleLong(row)}
            />
          </>
        )}
      </span>
      {props.mappedTo ? (
        <span className="flex shrink-0 items-center gap-1 rounded-sm bg-accent-soft px-1 font-sans text-xs text-accent">
          <Link2 aria-hidden className="size-3" />
          <span className="sr-only">mapped to </span>
          {props.mappedTo}
        </span>
      ) : null}
      <RowButtons row={row} actions={actions} />
    </div>
  );
}

/** For the pointer only: the keyboard has Enter, Ctrl+C and Ctrl+Shift+C on the tree itself. */
function RowButtons({ row, actions }: { row: JsonNodeRow; actions: JsonRowActions }) {
  const style =
    'inline-flex size-5 items-center justify-center rounded-sm text-faint hover:bg-raised hover:text-ink [&_svg]:size-3.5';
  return (
    <span className="invisible sticky right-1 ml-auto flex shrink-0 bg-surface group-hover/row:visible" aria-hidden>
      {actions.pick ? (
        <button type="button" tabIndex={-1} title="Map to a custom data field (Enter)" className={style} onClick={() => actions.pick?.(row)}>
          <Braces />
        </button>
      ) : null}
      <button type="button" tabIndex={-1} title="Copy value (Ctrl+C)" className={style} onClick={() => actions.copyValue(row)}>
        <Copy />
      </button>
      <button type="button" tabIndex={-1} title="Copy path (Ctrl+Shift+C)" className={style} onClick={() => actions.copyPath(row)}>
        <Route />
      </button>
    </span>
  );
}
