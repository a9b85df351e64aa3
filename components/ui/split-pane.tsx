'use client';

import { createContext, useContext, type ComponentProps } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';

import { cn } from '@/components/ui/class-names';
import { useRememberedLayout } from '@/components/ui/use-remembered-layout';

/** Properties of `SplitPane`, beyond those of the group. */
export type SplitPaneProps = Omit<ComponentProps<typeof Group>, 'id' | 'defaultLayout' | 'groupRef' | 'onLayoutChanged'> & {
  /** Names the split among all of Parley's; sizes are remembered under it on this device. */
  id: string;
  /** The ids of the panes being shown, in order, where panes come and go; each set remembers its own sizes. */
  paneIds?: readonly string[];
  /** The id of the one pane that is shown where there is no room for all. The others stay as they are, out of sight. */
  only?: string | undefined;
};

const OnlyContext = createContext<string | undefined>(undefined);

/**
 * Panes side by side (or, with `orientation="vertical"`, one below the other) whose sizes the person chooses by pointer or
 * arrow keys and finds again next time. Fills its parent, which needs a height.
 *
 * `<SplitPane id="designer"><Pane id="form">…</Pane><SplitHandle label="Resize" /><Pane id="result">…</Pane></SplitPane>`
 */
export function SplitPane({ id, paneIds = [], only, className, ...props }: SplitPaneProps) {
  const remembered = useRememberedLayout(['parley.split', id, ...paneIds].join('.'));
  const isAlone = only !== undefined;
  return (
    <OnlyContext value={only}>
      {/* Sizes stay as they were for when there is room again; meanwhile one pane takes all. */}
      <Group id={id} {...remembered} disabled={isAlone} className={cn('min-h-0 min-w-0', isAlone && '*:grow!', className)} {...props} />
    </OnlyContext>
  );
}

/** Properties of `Pane`, beyond those of the panel. */
export type PaneProps = ComponentProps<typeof Panel> & { id: string };

/** One pane. Sizes as numbers are pixels, as `"40%"` a share; `collapsible` lets it fold away under `minSize`. */
export function Pane({ minSize, className, ...props }: PaneProps) {
  const only = useContext(OnlyContext);
  return <Panel hidden={only !== undefined && only !== props.id} minSize={only === undefined ? minSize : 0} className={cn('flex min-h-0 min-w-0 flex-col', className)} {...props} />;
}

/** The line between two panes: 1 px to look at, wider to grab; arrow keys move it, a double click resets it. */
export function SplitHandle({ label, className }: { label: string; className?: string }) {
  if (useContext(OnlyContext) !== undefined) return null;
  return (
    <Separator
      aria-label={label}
      className={cn(
        'relative shrink-0 bg-line transition-colors aria-[orientation=horizontal]:h-px aria-[orientation=vertical]:w-px',
        'data-[separator=active]:bg-accent data-[separator=hover]:bg-line-strong focus-visible:bg-accent focus-visible:outline-1 focus-visible:outline-offset-0',
        className,
      )}
    />
  );
}
