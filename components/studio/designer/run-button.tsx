'use client';

import { ChevronDown, Play, Square } from 'lucide-react';
import { useEffect, useState, type MouseEvent } from 'react';

import { Button } from '@/components/ui/button';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { Kbd } from '@/components/ui/kbd';

/** How an integration can be run: by calling the API, or on the saved sample. */
export type RunMode = 'live' | 'sample';

/** Properties of `RunButton`. */
export type RunButtonProps = {
  isRunning: boolean;
  startedAtMs: number | null;
  hasSample: boolean;
  /** What the button itself does; the menu offers both. */
  mode: RunMode;
  onRun: (mode: RunMode) => void;
  onCancel: () => void;
};

/** Runs the integration as the form stands; while it runs, cancels it. */
export function RunButton({ isRunning, startedAtMs, hasSample, mode, onRun, onCancel }: RunButtonProps) {
  function press(event: MouseEvent) {
    // The second half of a double click wants no more than the first: neither another run nor this one's end.
    if (event.detail > 1) return;
    if (isRunning) onCancel();
    else onRun(mode);
  }

  return (
    <span className="inline-flex">
      {/* One button for both, so that it keeps the focus when its meaning changes. */}
      <Button variant={isRunning ? 'secondary' : 'primary'} onClick={press} className={isRunning ? 'min-w-28' : 'rounded-r-none'}>
        {isRunning ? (
          <>
            <Square aria-hidden className="fill-current" />
            Cancel
            <Elapsed sinceMs={startedAtMs} />
          </>
        ) : (
          <>
            <Play aria-hidden className="fill-current" />
            {labelByMode[mode]}
            <Kbd keys="mod+enter" className="@max-3xl:hidden" />
          </>
        )}
      </Button>
      {isRunning ? null : <RunMenu hasSample={hasSample} onRun={onRun} />}
    </span>
  );
}

function RunMenu({ hasSample, onRun }: Pick<RunButtonProps, 'hasSample' | 'onRun'>) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="primary" size="icon" aria-label="More ways to run" className="w-7 rounded-l-none border-l-accent-ink/30">
          <ChevronDown aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-72">
        <DropdownMenuItem onSelect={() => onRun('live')}>
          <Choice label={labelByMode.live} about="Sends what production would send." />
        </DropdownMenuItem>
        <DropdownMenuItem disabled={!hasSample} onSelect={() => onRun('sample')}>
          <Choice
            label={labelByMode.sample}
            about={hasSample ? 'Script and fields on the saved response; the API is not called.' : 'Save a response as the sample first, in the result.'}
          />
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

const labelByMode: Record<RunMode, string> = { live: 'Run', sample: 'Run on sample' };

function Choice({ label, about }: { label: string; about: string }) {
  return (
    <span className="flex flex-col">
      {label}
      <span className="text-xs text-muted">{about}</span>
    </span>
  );
}

/** Seconds since the run began, once there is one. */
function Elapsed({ sinceMs }: { sinceMs: number | null }) {
  const [nowMs, setNowMs] = useState(sinceMs ?? 0);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.floor((nowMs - (sinceMs ?? nowMs)) / 1_000);
  return seconds > 0 ? <span className="tabular-nums text-muted">{seconds} s</span> : null;
}
