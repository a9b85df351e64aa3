'use client';

import type { CodeEditorProps } from '@/components/studio/editors/monaco/code-editor-props';

/** Edits the same text without colours and completion, when the code editor's files can't be fetched. */
export function CodeEditorFallback(props: Pick<CodeEditorProps, 'value' | 'onChange' | 'ariaLabel' | 'readOnly'>) {
  return (
    <div className="absolute inset-0 flex flex-col">
      <p role="status" className="border-b border-line bg-warn-soft px-2 py-1 text-xs text-warn">
        The code editor could not be loaded, so this is a plain text field. Reload the page to try again; nothing is lost once saved.
      </p>
      <textarea
        aria-label={props.ariaLabel}
        value={props.value}
        readOnly={props.readOnly}
        spellCheck={false}
        onChange={(event) => props.onChange(event.target.value)}
        className="min-h-0 flex-1 resize-none bg-transparent p-2 font-mono text-xs leading-5 outline-none"
      />
    </div>
  );
}
