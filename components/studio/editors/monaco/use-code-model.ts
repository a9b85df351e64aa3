'use client';

import type { editor } from 'monaco-editor';
import { useEffect, useImperativeHandle, useRef, useState, type RefObject } from 'react';

import type { CodeEditorProps } from '@/components/studio/editors/monaco/code-editor-props';
import { findTextMarkers, showMarkers } from '@/components/studio/editors/monaco/code-marker';
import { buildEditorOptions } from '@/components/studio/editors/monaco/editor-options';
import type { Monaco } from '@/components/studio/editors/monaco/monaco';
import { setModelVariables } from '@/components/studio/editors/monaco/variable-completion';

const extensions = { javascript: 'js', json: 'json', plaintext: 'txt' };
const validateDelayMs = 250;
let modelCount = 0;

/**
 * Keeps an editor in `container` in step with the component's properties, and tells whether Tab leaves it.
 * Without the library nothing happens.
 */
export function useCodeModel(monaco: Monaco | null, container: RefObject<HTMLDivElement | null>, props: CodeEditorProps): boolean {
  const [widget, setWidget] = useState<editor.IStandaloneCodeEditor | null>(null);
  const [isTabFree, setIsTabFree] = useState(false);
  const pendingPlace = useRef<{ line: number; column: number } | null>(null);
  // Texts on their way to the owner: when one comes back as `value`, newer typing must not be undone by it.
  const emitted = useRef<string[]>([]);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!monaco || !container.current) return;
    modelCount += 1;
    const uri = monaco.Uri.parse(`inmemory://parley/${modelCount}.${extensions[props.language]}`);
    const model = monaco.editor.createModel(latest.current.value, props.language, uri);
    model.setEOL(0); // Line feeds: what is typed is what is saved on every system.
    const created = monaco.editor.create(container.current, {
      ...buildEditorOptions(monaco),
      model,
      ariaLabel: `${latest.current.ariaLabel}. Press Ctrl+M to let Tab leave the editor.`,
      readOnly: latest.current.readOnly,
      placeholder: latest.current.placeholder,
    });
    created.onDidChangeModelContent(() => {
      const text = model.getValue();
      if (text === latest.current.value) return;
      emitted.current.push(text);
      latest.current.onChange(text);
    });
    created.onDidBlurEditorWidget(() => latest.current.onBlur?.());
    created.onDidChangeConfiguration(() => setIsTabFree(created.getOption(monaco.editor.EditorOption.tabFocusMode)));
    setWidget(created);
    if (pendingPlace.current) focusAt(created, pendingPlace.current);
    pendingPlace.current = null;
    return () => {
      setWidget(null);
      created.dispose();
      model.dispose();
    };
  }, [monaco, container, props.language]);

  const { value, markers, variables, findUnknown, extraLibs, language, readOnly } = props;

  useEffect(() => {
    const model = widget?.getModel();
    const echo = emitted.current.lastIndexOf(value);
    emitted.current = echo < 0 ? [] : emitted.current.slice(echo + 1);
    if (!widget || !model || echo >= 0 || model.getValue() === value) return;
    // As an edit, so that undo also takes back what came from outside.
    widget.pushUndoStop();
    model.pushEditOperations(widget.getSelections(), [{ range: model.getFullModelRange(), text: value }], () => null);
    widget.pushUndoStop();
  }, [widget, value]);

  useEffect(() => {
    widget?.updateOptions({ readOnly: readOnly ?? false });
  }, [widget, readOnly]);

  useEffect(() => {
    const model = widget?.getModel();
    if (model) setModelVariables(model, variables ?? []);
  }, [widget, variables]);

  useEffect(() => {
    const model = widget?.getModel();
    if (!monaco || !model) return;
    const timer = setTimeout(
      () => showMarkers(monaco, model, [...(markers ?? []), ...findTextMarkers(value, language, findUnknown)]),
      validateDelayMs,
    );
    return () => clearTimeout(timer);
  }, [monaco, widget, value, language, markers, findUnknown]);

  useEffect(() => {
    if (!monaco || language !== 'javascript') return;
    const added = (extraLibs ?? []).map(({ name, text }) => monaco.javascriptDefaults.addExtraLib(text, `file:///parley/${name}.d.ts`));
    return () => added.forEach((lib) => lib.dispose());
  }, [monaco, language, extraLibs]);

  useImperativeHandle(props.ref, () => ({
    focusAt: (line, column) => {
      if (widget) focusAt(widget, { line, column });
      else pendingPlace.current = { line, column };
    },
    insert: (text) => {
      const selection = widget?.getSelection();
      if (widget && selection) widget.executeEdits('insert', [{ range: selection, text, forceMoveMarkers: true }]);
      widget?.focus();
    },
  }), [widget]);

  return isTabFree;
}

function focusAt(widget: editor.IStandaloneCodeEditor, place: { line: number; column: number }): void {
  const position = { lineNumber: place.line, column: place.column };
  widget.setPosition(position);
  widget.revealPositionInCenterIfOutsideViewport(position);
  widget.focus();
}
