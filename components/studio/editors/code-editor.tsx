'use client';

import { useId, useRef, type KeyboardEvent } from 'react';

import { CodeEditorFallback } from '@/components/studio/editors/monaco/code-editor-fallback';
import type { CodeEditorProps } from '@/components/studio/editors/monaco/code-editor-props';
import { useCodeModel } from '@/components/studio/editors/monaco/use-code-model';
import { useMonaco } from '@/components/studio/editors/monaco/use-monaco';
import { cn } from '@/components/ui/class-names';

/**
 * A code editor for scripts and bodies. It loads when it is first shown; where it can't be loaded, a plain text area
 * takes its place, so that nothing is ever out of reach.
 */
export function CodeEditor(props: CodeEditorProps) {
  const state = useMonaco();
  const container = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const isTabFree = useCodeModel(state.kind === 'ready' ? state.monaco : null, container, props);

  const handleKey = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const act = event.key === 'Enter' ? props.onRun : event.key.toLowerCase() === 's' ? props.onSave : undefined;
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <div
      className={cn('group flex min-h-0 flex-col', props.className)}
      style={{ height: props.height ?? 240 }}
      onKeyDownCapture={handleKey}
    >
      <div
        className={cn(
          'relative min-h-0 flex-1 overflow-hidden rounded-md border border-line-strong bg-sunken focus-within:border-accent',
          props.isInvalid && 'border-bad',
        )}
      >
        <div ref={container} aria-describedby={hintId} className="absolute inset-0" />
        {state.kind === 'loading' ? <Skeleton /> : null}
        {state.kind === 'failed' ? <CodeEditorFallback {...props} /> : null}
      </div>
      <p id={hintId} className="h-5 pt-0.5 text-right text-xs text-faint opacity-0 group-focus-within:opacity-100">
        {isTabFree ? 'Tab moves on. Ctrl+M makes it indent.' : 'Tab indents. Ctrl+M lets it move on.'}
      </p>
    </div>
  );
}

function Skeleton() {
  return (
    <div role="status" aria-label="Loading the editor" className="absolute inset-0 flex animate-appear-late flex-col gap-3 p-3">
      {['w-2/5', 'w-3/5', 'w-1/2', 'w-1/4'].map((width) => (
        <div key={width} className={cn('h-3 rounded-sm bg-raised', width)} />
      ))}
    </div>
  );
}
