'use client';

import { useEffect, useRef } from 'react';

import { buildEditorOptions } from '@/components/studio/editors/monaco/editor-options';
import type { Monaco } from '@/components/studio/editors/monaco/monaco';

const COMPUTATION_MS_MAX = 2_000;

/** Two texts side by side (one below the other where there is no room), with unchanged stretches folded. */
export function MonacoDiff(props: {
  monaco: Monaco;
  before: string;
  after: string;
  language: 'json' | 'plaintext';
  ariaLabel: string;
}) {
  const { monaco, before, after, language, ariaLabel } = props;
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!container.current) return;
    const original = monaco.editor.createModel(before, language);
    const modified = monaco.editor.createModel(after, language);
    const widget = monaco.editor.createDiffEditor(container.current, {
      ...buildEditorOptions(monaco),
      readOnly: true,
      originalEditable: false,
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: true,
      renderSideBySideInlineBreakpoint: 640,
      hideUnchangedRegions: { enabled: true },
      renderOverviewRuler: false,
      renderMarginRevertIcon: false,
      renderGutterMenu: false,
      maxComputationTime: COMPUTATION_MS_MAX,
    });
    widget.setModel({ original, modified });
    // The diff editor's own label options are lost on its way to the two editors.
    widget.getOriginalEditor().updateOptions({ ariaLabel: `${ariaLabel}, before` });
    widget.getModifiedEditor().updateOptions({ ariaLabel: `${ariaLabel}, after` });
    return () => {
      widget.dispose();
      // A comparison that is still running reads the models, and fails loudly when they are gone.
      setTimeout(() => [original, modified].forEach((model) => model.dispose()), 2 * COMPUTATION_MS_MAX);
    };
  }, [monaco, before, after, language, ariaLabel]);
  return <div ref={container} className="h-full" />;
}
