import type { editor, languages, Position } from 'monaco-editor';

import type { Monaco } from '@/components/studio/editors/monaco/monaco';
import { findCompletionTarget } from '@/components/studio/editors/template/template-text';
import type { VariableOption } from '@/components/studio/editors/template/variable-option';

const variablesByModel = new WeakMap<editor.ITextModel, readonly VariableOption[]>();

/** Tells which variables can be completed in `model`; the newest list counts. */
export function setModelVariables(model: editor.ITextModel, variables: readonly VariableOption[]): void {
  variablesByModel.set(model, variables);
}

/** Completes variables after `{` in JSON strings and plain text, and after `{$` anywhere. To be called once. */
export function registerVariableCompletion(monaco: Monaco): void {
  monaco.languages.registerCompletionItemProvider(['json', 'plaintext'], {
    triggerCharacters: ['{', '$', '.'],
    provideCompletionItems: (model, position) => ({ suggestions: buildSuggestions(monaco, model, position) }),
  });
}

function buildSuggestions(monaco: Monaco, model: editor.ITextModel, position: Position): languages.CompletionItem[] {
  const line = model.getLineContent(position.lineNumber);
  const caret = position.column - 1;
  const target = findCompletionTarget(line, caret);
  const variables = variablesByModel.get(model);
  if (!target || !variables) return [];
  // A brace outside a string begins an object; Enter must then make a new line, not insert a variable.
  if (target.query === '' && model.getLanguageId() === 'json' && !isInsideString(line.slice(0, target.start))) return [];
  const range = new monaco.Range(position.lineNumber, target.start + 1, position.lineNumber, target.end + 1);
  return variables.map((option, index) => ({
    label: { label: option.label, description: option.scope, detail: option.detail ? `  ${option.detail}` : '' },
    kind: monaco.languages.CompletionItemKind.Variable,
    detail: option.insert,
    documentation: option.detail,
    insertText: option.insert,
    filterText: `${option.insert} ${option.label}`,
    sortText: String(index).padStart(5, '0'),
    range,
  }));
}

function isInsideString(lineBefore: string): boolean {
  return (lineBefore.replace(/\\./g, '').match(/"/g)?.length ?? 0) % 2 === 1;
}
