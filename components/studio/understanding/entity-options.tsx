'use client';

import { AnchoredLayer } from '@/components/studio/editors/template/anchored-layer';
import { cn } from '@/components/ui/class-names';

/** Properties of `EntityOptions`. */
export type EntityOptionsProps = { id: string; names: readonly string[]; active: number; findAnchor: () => DOMRect | null; onChoose: (name: string) => void };

/** The entities that can be named at the caret. Focus stays in the field. */
export function EntityOptions({ id, names, active, findAnchor, onChoose }: EntityOptionsProps) {
  return (
    <AnchoredLayer id={id} role="listbox" aria-label="Entities" findAnchor={findAnchor} className="max-h-60 min-w-48 overflow-y-auto p-1" onMouseDown={(event) => event.preventDefault()}>
      {names.map((name, index) => (
        <div key={name} role="option" aria-selected={index === active} onClick={() => onChoose(name)} className={cn('cursor-pointer rounded-sm px-2 py-1 font-mono text-xs hover:bg-raised', index === active && 'bg-accent-soft hover:bg-accent-soft')}>
          @{name}
        </div>
      ))}
    </AnchoredLayer>
  );
}
