'use client';

import { useDeferredValue, useMemo, useRef } from 'react';

import { useBotKnowledge } from '@/components/studio/builder/knowledge-context';
import { useDraft } from '@/components/studio/draft/draft-context';
import { CodeEditor } from '@/components/studio/editors/code-editor';
import type { CodeEditorHandle } from '@/components/studio/editors/monaco/code-editor-props';
import type { CodeMarker } from '@/components/studio/editors/monaco/code-marker';
import { FunctionList } from '@/components/studio/functions/function-list';
import { listDeclarations } from '@/components/studio/functions/list-declarations';
import { findSyntaxProblem } from '@/lib/engine/script/find-syntax-problem';

/** The code editor with `botContext` and the bot's own names completed, and beside it the functions found in the code. */
export function FunctionsEditor() {
  const { content, change } = useDraft();
  const { declarations } = useBotKnowledge();
  const editor = useRef<CodeEditorHandle>(null);
  const code = content.globalFunctions;
  const settled = useDeferredValue(code);
  const functions = useMemo(() => listDeclarations(settled), [settled]);
  // The functions written here are known to the editor anyway.
  const extraLibs = useMemo(() => [{ name: 'conversation', text: withoutGlobalFunctions(declarations) }], [declarations]);
  const marker = useMemo<CodeMarker | null>(() => {
    const problem = findSyntaxProblem(settled, 'global-functions');
    return problem && { ...problem, message: `${problem.message}.`, severity: 'error' };
  }, [settled]);
  return (
    <div className="@container flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 @max-3xl:flex-col @max-3xl:overflow-y-auto">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-2 p-3 @max-3xl:flex-none">
          <p className="text-muted">
            Every code panel of the bot can call these functions. <code className="text-xs">__initConversation()</code> runs once when a conversation begins.
          </p>
          <CodeEditor
            ref={editor}
            language="javascript"
            ariaLabel="Global functions"
            value={code}
            onChange={(next) => change('Edit the global functions', (draft) => void (draft.globalFunctions = next))}
            extraLibs={extraLibs}
            markers={marker ? [marker] : noMarkers}
            isInvalid={marker !== null}
            height="100%"
            placeholder={PLACEHOLDER}
            className="min-h-80 flex-1"
          />
          <p role="status" className="min-h-4 text-xs text-bad">
            {marker ? `Line ${marker.line}: ${marker.message} Functions are not found until this is corrected.` : ''}
          </p>
        </div>
        <FunctionList functions={functions} isBroken={marker !== null} onShow={(line) => editor.current?.focusAt(line, 1)} />
      </div>
    </div>
  );
}

const noMarkers: readonly CodeMarker[] = [];
const PLACEHOLDER = `function formatMoney(amount) {
  return amount.toFixed(2) + ' €';
}

function __initConversation() {
  botContext.setBotVariable('visits', 1, true);
}`;

/** Global Functions stand at the end of the declarations, each under its own comment. */
function withoutGlobalFunctions(declarations: string): string {
  return declarations.replace(/\/\*\* From Global Functions\. \*\/\ndeclare function .*\n?/g, '');
}
