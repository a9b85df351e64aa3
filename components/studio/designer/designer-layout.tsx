'use client';

import type { ReactNode } from 'react';

import { Segmented } from '@/components/studio/designer/segmented';
import { Pane, SplitHandle, SplitPane } from '@/components/ui/split-pane';
import { useIsNarrow } from '@/components/ui/use-is-narrow';

/** Which half is in front where there isn't room for both. */
export type DesignerSide = 'form' | 'result';

/** Properties of `DesignerLayout`. */
export type DesignerLayoutProps = { form: ReactNode; result: ReactNode; side: DesignerSide; onSideChange: (side: DesignerSide) => void };

/** The form with the result beside it; in narrow windows one of them, with a switch. */
export function DesignerLayout({ form, result, side, onSideChange }: DesignerLayoutProps) {
  const isStacked = useIsNarrow(1_024);
  return (
    <>
      {isStacked ? (
        <div className="flex border-b border-line px-3 py-1.5">
          <Segmented label="What is shown" value={side} options={sideOptions} onChange={onSideChange} className="flex-1" />
        </div>
      ) : null}
      <SplitPane id="designer" only={isStacked ? side : undefined} className="flex-1">
        <Pane id="form" defaultSize="56%" minSize={380}>
          {form}
        </Pane>
        <SplitHandle label="Resize form and result" />
        <Pane id="result" minSize={320}>
          {result}
        </Pane>
      </SplitPane>
    </>
  );
}

const sideOptions: readonly { value: DesignerSide; label: string }[] = [
  { value: 'form', label: 'Request' },
  { value: 'result', label: 'Result' },
];
