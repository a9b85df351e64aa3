import type { editor } from 'monaco-editor';

import { findJsonProblem } from '@/components/studio/editors/monaco/json-problem';
import type { Monaco } from '@/components/studio/editors/monaco/monaco';
import type { UnknownSpan } from '@/components/studio/editors/template/variable-option';

/** Something to be pointed out at a place of a text; line and column count from 1. */
export type CodeMarker = { line: number; column: number; message: string; severity: 'error' | 'warning' | 'info' };

/** Shows the given markers, JSON's own problem and unknown variables; replaces what was shown before. */
export function showMarkers(monaco: Monaco, model: editor.ITextModel, markers: readonly CodeMarker[]): void {
  const severityOf = {
    error: monaco.MarkerSeverity.Error,
    warning: monaco.MarkerSeverity.Warning,
    info: monaco.MarkerSeverity.Info,
  };
  const data = markers.map(({ line, column, message, severity }) => {
    const lineNumber = Math.min(Math.max(1, line), model.getLineCount());
    const startColumn = Math.min(Math.max(1, column), model.getLineMaxColumn(lineNumber));
    const word = model.getWordAtPosition({ lineNumber, column: startColumn });
    const endColumn = word && word.endColumn > startColumn ? word.endColumn : startColumn + 1;
    return { startLineNumber: lineNumber, endLineNumber: lineNumber, startColumn, endColumn, message, severity: severityOf[severity] };
  });
  monaco.editor.setModelMarkers(model, 'parley', data);
}

/** What is wrong with the text itself: JSON's first problem, and variables that do not exist. */
export function findTextMarkers(
  text: string,
  language: string,
  findUnknown: ((text: string) => readonly UnknownSpan[]) | undefined,
): CodeMarker[] {
  const problem = language === 'json' ? findJsonProblem(text) : null;
  const unknown = (findUnknown?.(text) ?? []).map(({ start, hint }): CodeMarker => {
    const before = text.slice(0, start).split('\n');
    return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message: hint, severity: 'warning' };
  });
  return problem ? [{ ...problem, severity: 'error' }, ...unknown] : unknown;
}
