'use client';

import { ToggleGroup } from 'radix-ui';

import { cn } from '@/components/ui/class-names';

/** A way to look at the same thing. */
export type ViewOption<View extends string> = { view: View; label: string };

/** Chooses between views of the same thing; arrow keys move. Nothing is drawn when there is only one. */
export function ViewSwitch<View extends string>(props: {
  label: string;
  options: readonly ViewOption<View>[];
  view: View;
  onViewChange: (view: View) => void;
}) {
  if (props.options.length < 2) return null;
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={props.label}
      value={props.view}
      onValueChange={(value) => {
        const chosen = props.options.find((option) => option.view === value);
        if (chosen) props.onViewChange(chosen.view);
      }}
      className="inline-flex shrink-0 rounded-md border border-line bg-sunken p-px"
    >
      {props.options.map((option) => (
        <ToggleGroup.Item
          key={option.view}
          value={option.view}
          className={cn(
            'h-6 rounded-sm px-2 text-xs text-muted transition-colors hover:text-ink',
            'data-[state=on]:bg-surface data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:shadow-[0_0_0_1px_var(--line-strong)]',
          )}
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

/** The wanted view where it is offered, else the first. */
export function chooseView<View extends string>(options: readonly ViewOption<View>[], wanted: View): View {
  return options.some(({ view }) => view === wanted) ? wanted : (options[0]?.view ?? wanted);
}
