'use client';

import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { useId, type ReactNode } from 'react';

/** Lets the rows inside be reordered by dragging, and says aloud what happens. */
export function SortableRows(props: {
  /** Ids of the rows that can be moved, in order. */
  ids: readonly string[];
  /** What one row is, in words: "header". */
  rowNoun: string;
  onMove: (from: number, to: number) => void;
  children: ReactNode;
}) {
  const { ids, rowNoun, onMove } = props;
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const placeOf = (id: string | number) => `${ids.indexOf(String(id)) + 1} of ${ids.length}`;
  const announcements: Announcements = {
    onDragStart: ({ active }) => `Picked up ${rowNoun} ${placeOf(active.id)}.`,
    onDragOver: ({ over }) => (over ? `Now at place ${placeOf(over.id)}.` : undefined),
    onDragEnd: ({ over }) => (over ? `Put down at place ${placeOf(over.id)}.` : 'Put back where it was.'),
    onDragCancel: () => 'Put back where it was.',
  };
  const finish = ({ active, over }: DragEndEvent) => {
    if (over) onMove(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  return (
    <DndContext
      id={useId()}
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: 'Press Space to pick up the row, the arrow keys to move it, Space to put it down, Escape to cancel.' },
      }}
      onDragEnd={finish}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        {props.children}
      </SortableContext>
    </DndContext>
  );
}
