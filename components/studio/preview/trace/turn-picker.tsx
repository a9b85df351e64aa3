'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

import { describeEvent } from '@/components/studio/preview/trace/describe-event';
import { IconButton } from '@/components/ui/icon-button';
import { Select } from '@/components/ui/select';
import type { ConversationTurn } from '@/lib/modules/conversation/conversation.schema';

/** Properties of `TurnPicker`. */
export type TurnPickerProps = {
  turns: readonly ConversationTurn[];
  number: number;
  onNumberChange: (number: number) => void;
  /** What can be done with the turn. */
  children?: ReactNode;
};

/** Chooses one turn of a conversation. */
export function TurnPicker({ turns, number, onNumberChange, children }: TurnPickerProps) {
  const index = turns.findIndex((turn) => turn.number === number);
  const step = (by: number) => onNumberChange(turns[index + by]?.number ?? number);
  return (
    <div className="flex items-center gap-1 border-b border-line px-3 py-1.5">
      <IconButton label="Previous turn" disabled={index <= 0} onClick={() => step(-1)}>
        <ChevronLeft aria-hidden />
      </IconButton>
      <Select size="sm" aria-label="Turn" value={number} onChange={(event) => onNumberChange(Number(event.target.value))}>
        {turns.map((turn) => (
          <option key={turn.number} value={turn.number}>
            {turn.number}. {describeEvent(turn.event)}
          </option>
        ))}
      </Select>
      <IconButton label="Next turn" disabled={index < 0 || index >= turns.length - 1} onClick={() => step(1)}>
        <ChevronRight aria-hidden />
      </IconButton>
      {children}
    </div>
  );
}
