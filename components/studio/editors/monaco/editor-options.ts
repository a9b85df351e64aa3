import type { editor } from 'monaco-editor';

import type { Monaco } from '@/components/studio/editors/monaco/monaco';

/** What every code and diff editor of the studio has in common. */
export function buildEditorOptions(monaco: Monaco): editor.IEditorOptions & editor.IGlobalEditorOptions {
  return {
    automaticLayout: true,
    minimap: { enabled: false },
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono') || 'monospace',
    fontSize: 13,
    lineHeight: 20,
    fontLigatures: false,
    scrollBeyondLastLine: false,
    fixedOverflowWidgets: true,
    padding: { top: 8, bottom: 8 },
    lineNumbersMinChars: 3,
    // Dimmed, the number of an empty last line is too pale to read.
    renderFinalNewline: 'on',
    lineDecorationsWidth: 8,
    renderLineHighlight: 'line',
    overviewRulerLanes: 0,
    hideCursorInOverviewRuler: true,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
    guides: { indentation: true },
    bracketPairColorization: { enabled: false },
    wordBasedSuggestions: 'off',
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: true,
    smoothScrolling: false,
    cursorBlinking: 'solid',
    stickyScroll: { enabled: false },
    unicodeHighlight: { ambiguousCharacters: false },
    quickSuggestions: { other: true, strings: false, comments: false },
    suggest: { showStatusBar: false, preview: false, showWords: false },
    inlineSuggest: { enabled: false },
    codeLens: false,
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
  };
}
