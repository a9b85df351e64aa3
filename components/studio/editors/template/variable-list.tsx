'use client';

import { useEffect, useRef } from 'react';

import { cn } from '@/components/ui/class-names';
import { AnchoredLayer } from '@/components/studio/editors/template/anchored-layer';
import type { VariableCompletion } from '@/components/studio/editors/template/use-variable-completion';
import type { VariableOption } from '@/components/studio/editors/template/variable-option';

/** The list of variables at the caret. Focus stays in the field, which points to the active option. */
export function VariableList(props: {
  completion: VariableCompletion;
  findAnchor: () => DOMRect | null;
  onChoose: (option: VariableOption) => void;
}) {
  const { completion } = props;
  return (
    <AnchoredLayer
      id={completion.listId}
      role="listbox"
      aria-label="Variables"
      findAnchor={props.findAnchor}
      className="max-h-72 w-96 max-w-[calc(100vw-16px)] overflow-y-auto p-1"
      // Keeps focus and the caret in the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {completion.options.map((option, index) => (
        <VariableRow
          key={option.insert}
          id={completion.optionId(index)}
          option={option}
          isActive={index === completion.activeIndex}
          onChoose={() => props.onChoose(option)}
        />
      ))}
    </AnchoredLayer>
  );
}

function VariableRow(props: { id: string; option: VariableOption; isActive: boolean; onChoose: () => void }) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [props.isActive]);
  const { label, scope, detail, insert } = props.option;
  return (
    <div
      ref={row}
      id={props.id}
      role="option"
      aria-selected={props.isActive}
      title={insert}
      onClick={props.onChoose}
      className={cn(
        'flex cursor-pointer items-center gap-2 rounded-sm px-2 py-1 hover:bg-raised',
        props.isActive && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <span className="min-w-0 truncate font-mono text-xs">{label}</span>
      {detail ? <span className="min-w-0 flex-1 truncate text-right text-xs text-muted">{detail}</span> : <span className="flex-1" />}
      <span className="shrink-0 rounded-sm border border-line bg-raised px-1 text-xs text-muted">{scope}</span>
    </div>
  );
}
