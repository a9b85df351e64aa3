'use client';

import { closestCenter, DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useId, useMemo, type ReactNode } from 'react';

/** Properties of `DragList`. */
export type DragListProps = {
  /** Ids of what can be moved, in order. */
  ids: readonly string[];
  onMove: (from: number, to: number) => void;
  children: ReactNode;
};

/** A click may tremble. */
const pointerOptions = { activationConstraint: { distance: 5 } };

/** Lets what is inside be reordered by pointer. Keys are the owner's matter: Alt with arrows moves, without picking up first. */
export function DragList({ ids, onMove, children }: DragListProps) {
  const sensors = useSensors(useSensor(PointerSensor, pointerOptions));
  // New arrays and options would draw everything inside anew.
  const items = useMemo(() => [...ids], [ids]);
  const finish = ({ active, over }: DragEndEvent) => {
    if (over && active.id !== over.id) onMove(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  return (
    <DndContext id={useId()} sensors={sensors} collisionDetection={closestCenter} onDragEnd={finish}>
      <SortableContext items={items} strategy={verticalListSortingStrategy}>
        {children}
      </SortableContext>
    </DndContext>
  );
}
