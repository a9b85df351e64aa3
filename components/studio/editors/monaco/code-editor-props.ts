import type { Ref } from 'react';

import type { CodeMarker } from '@/components/studio/editors/monaco/code-marker';
import type { UnknownSpan, VariableOption } from '@/components/studio/editors/template/variable-option';

/** What can be done to an editor from outside. */
export type CodeEditorHandle = {
  /** Moves the caret to a place, counted from 1, shows it in the middle and takes the focus. */
  focusAt: (line: number, column: number) => void;
  /** Writes text over the selection, as typing does. */
  insert: (text: string) => void;
};

/** Properties of `CodeEditor`. */
export type CodeEditorProps = {
  value: string;
  onChange: (value: string) => void;
  language: 'javascript' | 'json' | 'plaintext';
  /** The name for screen readers. */
  ariaLabel: string;
  /** Declarations (`.d.ts` text) that JavaScript completes from, by a name that stays the same when the text changes. */
  extraLibs?: readonly { name: string; text: string }[] | undefined;
  /** Problems found elsewhere, for example by the last run. JSON's own are found here. */
  markers?: readonly CodeMarker[] | undefined;
  /** Completed after `{` in JSON and plain text. */
  variables?: readonly VariableOption[] | undefined;
  findUnknown?: ((text: string) => readonly UnknownSpan[]) | undefined;
  /** Ctrl/⌘+Enter. */
  onRun?: (() => void) | undefined;
  /** Ctrl/⌘+S. */
  onSave?: (() => void) | undefined;
  onBlur?: (() => void) | undefined;
  /** Pixels, or a CSS length. Default 240. */
  height?: number | string | undefined;
  readOnly?: boolean | undefined;
  placeholder?: string | undefined;
  isInvalid?: boolean | undefined;
  ref?: Ref<CodeEditorHandle> | undefined;
  className?: string | undefined;
};
