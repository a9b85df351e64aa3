'use client';

import { CircleCheck, CircleX, ListChecks, TriangleAlert, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState, type ComponentProps } from 'react';

import { useDraftIfOpen, type DraftHandle } from '@/components/studio/draft/draft-context';
import { useCommands } from '@/components/studio/frame/use-commands';
import { ProblemGroups } from '@/components/studio/problems/problem-groups';
import { useProblemStep } from '@/components/studio/problems/problem-walk-context';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { floatingStyle } from '@/components/ui/menu-style';

/** How many problems the draft has, and behind the button which. For the header of a bot's pages. */
export function ProblemsPanel() {
  const draft = useDraftIfOpen();
  // Nothing is known about the draft before its surroundings are.
  return draft?.surroundings ? <OpenPanel draft={draft} /> : null;
}

function OpenPanel({ draft: { problems } }: { draft: DraftHandle }) {
  const [isOpen, setIsOpen] = useState(false);
  const step = useProblemStep();
  const errorCount = problems.filter(({ severity }) => severity === 'error').length;
  useCommands([{ id: 'problems.show', label: 'Show all problems', section: 'Bot', icon: ListChecks, run: () => setIsOpen(true) }]);
  return (
    <Popover.Root open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <CountButton errorCount={errorCount} warningCount={problems.length - errorCount} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content align="end" sideOffset={4} collisionPadding={8} aria-label="Problems" className={cn(floatingStyle, 'flex max-h-[min(70dvh,36rem)] w-110 max-w-[calc(100vw-16px)] flex-col')}>
          <div className="flex shrink-0 items-center gap-2 border-b border-line py-1 pr-1 pl-3">
            <h2 className="flex-1 font-semibold">Problems</h2>
            {problems.length > 0 ? (
              <Button size="sm" variant="ghost" onClick={() => step(1)}>
                Next
                <Kbd keys="f8" />
              </Button>
            ) : null}
            <Popover.Close asChild>
              <IconButton label="Close the problems">
                <X aria-hidden />
              </IconButton>
            </Popover.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-3 py-2">
            {problems.length === 0 ? (
              <EmptyState icon={CircleCheck} title="No problems" className="py-6">
                The draft can be published. Missing targets, unknown variables, unhandled outcomes and script errors show up here while you edit.
              </EmptyState>
            ) : (
              <ProblemGroups problems={problems} onOpen={() => setIsOpen(false)} />
            )}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

type CountButtonProps = ComponentProps<'button'> & { errorCount: number; warningCount: number };

function CountButton({ errorCount, warningCount, ...props }: CountButtonProps) {
  const words = [errorCount > 0 ? `${errorCount} ${errorCount === 1 ? 'error' : 'errors'}` : '', warningCount > 0 ? `${warningCount} ${warningCount === 1 ? 'warning' : 'warnings'}` : ''].filter(Boolean).join(', ');
  return (
    <Button size="sm" variant="ghost" aria-label={`Problems: ${words || 'none'}`} title={words || 'No problems'} {...props}>
      {errorCount > 0 ? (
        <>
          <CircleX aria-hidden className="text-bad" />
          <span className="tabular-nums">{errorCount}</span>
        </>
      ) : null}
      {warningCount > 0 ? (
        <>
          <TriangleAlert aria-hidden className="text-warn" />
          <span className="tabular-nums">{warningCount}</span>
        </>
      ) : null}
      {words ? null : <CircleCheck aria-hidden className="text-good" />}
    </Button>
  );
}
