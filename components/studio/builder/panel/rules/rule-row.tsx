'use client';

import { useSortable } from '@dnd-kit/sortable';
import { ChevronRight, Copy, GripVertical, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';

import { describeRule } from '@/components/studio/builder/model/describe-condition';
import { describeNext } from '@/components/studio/builder/model/describe-next';
import type { BotNames } from '@/components/studio/builder/model/bot-names';
import { usePanelFacts } from '@/components/studio/builder/panel/panel-context';
import { RuleFields } from '@/components/studio/builder/panel/rules/rule-fields';
import { ProblemMark } from '@/components/studio/builder/problem-mark';
import { cn } from '@/components/ui/class-names';
import { DropdownMenuItem } from '@/components/ui/dropdown-menu';
import { RowMenu } from '@/components/ui/row-menu';
import type { Interaction } from '@/lib/engine/program/interaction.schema';
import type { Rule } from '@/lib/engine/program/rule.schema';

/** Properties of `RuleRow`. */
export type RuleRowProps = {
  rule: Rule;
  /** From 1. */
  place: number;
  interaction: Interaction;
  names: BotNames;
  isOpen: boolean;
  onToggle: () => void;
  patch: (parts: Partial<Rule>) => void;
  onStep: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onDelete: () => void;
};

/** One rule: its line, and its fields when it is open. Alt with arrows moves it. */
export function RuleRow({ rule, place, interaction, names, isOpen, onToggle, patch, onStep, onDuplicate, onDelete }: RuleRowProps) {
  const sortable = useSortable({ id: rule.id });
  const problems = usePanelFacts().problems.filter((problem) => problem.place.ruleId === rule.id);
  const summary = describeRule(rule, names);
  const target = describeNext(rule.next, names);
  function handleKey(event: KeyboardEvent) {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) onStep(event.key === 'ArrowUp' ? -1 : 1);
    else if (event.key === 'Delete') onDelete();
    else return;
    event.preventDefault();
  }
  return (
    <li
      ref={sortable.setNodeRef}
      style={{ transform: sortable.transform ? `translateY(${sortable.transform.y}px)` : undefined, transition: sortable.transition }}
      className={cn('rounded-md border border-line bg-surface', sortable.isDragging && 'relative z-1 shadow-lg')}
    >
      <div className="flex items-center pr-1">
        <span aria-hidden {...sortable.listeners} className="flex h-9 w-5 shrink-0 cursor-grab items-center justify-center text-faint">
          <GripVertical className="size-3.5" />
        </span>
        <button
          type="button"
          data-rule={rule.id}
          aria-expanded={isOpen}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete"
          onClick={onToggle}
          onKeyDown={handleKey}
          className="flex min-h-9 min-w-0 flex-1 items-center gap-1.5 rounded-sm text-left"
        >
          <ChevronRight aria-hidden className={cn('size-3.5 shrink-0 text-faint transition-transform', isOpen && 'rotate-90')} />
          <span className="sr-only">Rule {place}: </span>
          <span className="min-w-0 truncate">{summary}</span>
          <span className={cn('ml-auto max-w-1/2 shrink-0 truncate pl-2 text-xs', target.isBroken ? 'text-bad' : 'text-muted')}>→ {target.text}</span>
          <ProblemMark problems={problems} />
        </button>
        <RowMenu label={`Actions for rule ${place}`}>
          <DropdownMenuItem onSelect={onDuplicate}>
            <Copy aria-hidden />
            Duplicate
          </DropdownMenuItem>
          <DropdownMenuItem tone="danger" onSelect={onDelete}>
            <Trash2 aria-hidden />
            Delete
          </DropdownMenuItem>
        </RowMenu>
      </div>
      {isOpen ? <RuleFields rule={rule} interaction={interaction} patch={patch} /> : null}
    </li>
  );
}
