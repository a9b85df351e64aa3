'use client';

import { toCellText } from '@/components/studio/json/json-table-rows';
import { cn } from '@/components/ui/class-names';
import type { JsonValue } from '@/lib/engine/json';

const TEXT_LENGTH_MAX = 300;

/** One value of the table. */
export function JsonTableCell(props: {
  id: string;
  value: JsonValue | undefined;
  isActive: boolean;
  isPickable: boolean;
  onActivate: () => void;
  onPick: () => void;
}) {
  const text = toCellText(props.value).slice(0, TEXT_LENGTH_MAX);
  return (
    <span
      id={props.id}
      role="gridcell"
      aria-selected={props.isActive}
      title={text}
      onMouseDown={props.onActivate}
      onClick={props.onPick}
      className={cn(
        'truncate px-2 leading-[25px] whitespace-pre',
        colorOf(props.value),
        props.isPickable && props.value !== undefined && 'cursor-pointer hover:bg-accent-soft hover:underline',
        props.isActive && 'group-focus-visible/grid:outline-2 group-focus-visible/grid:-outline-offset-2 group-focus-visible/grid:outline-accent',
      )}
    >
      {text}
    </span>
  );
}

function colorOf(value: JsonValue | undefined): string {
  if (typeof value === 'number') return 'text-right text-code-number';
  if (typeof value === 'string') return 'text-ink';
  return typeof value === 'object' && value !== null ? 'text-faint' : 'text-code-literal';
}
