'use client';

import { useSortable } from '@dnd-kit/sortable';
import { CircleAlert, TriangleAlert, X } from 'lucide-react';
import { useId, type KeyboardEvent } from 'react';

import { toPreview, type LiveField } from '@/components/studio/designer/tabs/use-live-fields';
import { DragHandle } from '@/components/studio/editors/key-value/drag-handle';
import { cn } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import type { CustomDataField } from '@/lib/modules/integration/integration.schema';

/** Properties of `FieldRow`. */
export type FieldRowProps = {
  id: string;
  index: number;
  field: CustomDataField;
  /** The empty row at the end, which becomes a field when it is typed in. */
  isGhost: boolean;
  /** What the path gives in the run that is shown. */
  live: LiveField | undefined;
  hasDocument: boolean;
  error: string | undefined;
  isKeyInvalid: boolean;
  isPathInvalid: boolean;
  onChange: (field: CustomDataField) => void;
  onRemove: () => void;
  /** Moves the row by so many places. */
  onMove: (by: number) => void;
};

/** One custom data field: key, path, and its live value and count. */
export function FieldRow({ id, index, field, isGhost, live, hasDocument, error, onChange, onRemove, onMove, ...props }: FieldRowProps) {
  const sortable = useSortable({ id, disabled: isGhost });
  const errorId = useId();
  const name = isGhost ? 'new field' : `field ${field.key || index + 1}`;
  const { transform } = sortable;

  function handleKey(event: KeyboardEvent) {
    if (!event.altKey || isGhost || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  }

  return (
    <div
      ref={sortable.setNodeRef}
      data-row-index={index}
      onKeyDown={handleKey}
      style={transform ? { transform: `translateY(${transform.y}px)`, transition: sortable.transition } : undefined}
      className={cn('border-b border-line bg-surface', sortable.isDragging && 'relative z-10 opacity-80')}
    >
      <div className="grid grid-cols-[20px_minmax(0,1fr)_minmax(0,2fr)_28px] items-center gap-1 py-0.5 @lg:grid-cols-[20px_minmax(0,2fr)_minmax(0,4fr)_minmax(0,3fr)_28px]">
        {isGhost ? (
          <span />
        ) : (
          <DragHandle label={`Move ${name}`} setRef={sortable.setActivatorNodeRef} attributes={sortable.attributes} listeners={sortable.listeners} />
        )}
        <span data-cell="key">
          <Input
            isCode
            aria-label={`Key of ${name}`}
            aria-invalid={props.isKeyInvalid || undefined}
            aria-describedby={error ? errorId : undefined}
            placeholder={isGhost ? 'key' : ''}
            value={field.key}
            onChange={(event) => onChange({ ...field, key: event.target.value })}
            className={cellStyle}
          />
        </span>
        <span data-cell="path">
          <Input
            isCode
            aria-label={`Path of ${name}`}
            aria-invalid={props.isPathInvalid || undefined}
            aria-describedby={error ? errorId : undefined}
            placeholder={isGhost ? 'path' : ''}
            title={field.path}
            value={field.path}
            onChange={(event) => onChange({ ...field, path: event.target.value })}
            className={cellStyle}
          />
        </span>
        <div className="min-w-0 px-2 @max-lg:order-last @max-lg:col-span-full @max-lg:pl-7">{isGhost ? null : <LiveValue live={live} path={field.path} hasDocument={hasDocument} />}</div>
        {isGhost ? (
          <span />
        ) : (
          <IconButton label={`Delete ${name}`} hint="Delete" onClick={onRemove}>
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      {error ? (
        <p id={errorId} className="flex items-start gap-1 pb-1 pl-8 text-xs text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}

function LiveValue({ live, path, hasDocument }: { live: LiveField | undefined; path: string; hasDocument: boolean }) {
  if (!live || path === '') return null;
  if (live.problem) {
    return (
      <p className="flex items-start gap-1 py-0.5 text-xs text-warn">
        <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
        <span>{live.problem}</span>
      </p>
    );
  }
  if (!hasDocument) return <p className="text-xs text-faint">run to see it</p>;
  if (live.count === 0) return <p className="text-xs text-muted">no value</p>;
  const preview = toPreview(live.values);
  return (
    <p className="flex min-w-0 items-baseline gap-2 text-xs">
      <span className="shrink-0 rounded-sm bg-raised px-1 text-muted tabular-nums" title={`${live.count} captured`}>
        {live.count.toLocaleString('en')}
        <span className="sr-only">{live.count === 1 ? ' value:' : ' values:'}</span>
      </span>
      <code className="truncate" title={preview}>
        {preview}
      </code>
    </p>
  );
}

const cellStyle = 'border-transparent bg-transparent hover:border-line-strong';
