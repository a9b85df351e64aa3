'use client';

import type { DraggableAttributes, DraggableSyntheticListeners } from '@dnd-kit/core';
import { GripVertical } from 'lucide-react';

/** Drags its row by pointer; by keyboard Space picks it up, ↑ ↓ move it and Space puts it down. */
export function DragHandle(props: {
  label: string;
  setRef: (element: HTMLElement | null) => void;
  attributes: DraggableAttributes;
  listeners: DraggableSyntheticListeners;
}) {
  return (
    <button
      type="button"
      ref={props.setRef}
      {...props.attributes}
      {...props.listeners}
      aria-label={props.label}
      title="Drag to reorder (Alt+↑, Alt+↓)"
      className="flex h-8 w-5 cursor-grab touch-none items-center justify-center rounded-sm text-faint hover:text-ink active:cursor-grabbing"
    >
      <GripVertical aria-hidden className="size-3.5" />
    </button>
  );
}
