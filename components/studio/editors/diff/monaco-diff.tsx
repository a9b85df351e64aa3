'use client';

import { useEffect, useRef } from 'react';

import { buildEditorOptions } from '@/components/studio/editors/monaco/editor-options';
import type { Monaco } from '@/components/studio/editors/monaco/load-monaco';

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
      originalAriaLabel: `${ariaLabel}, before`,
      modifiedAriaLabel: `${ariaLabel}, after`,
      readOnly: true,
      originalEditable: false,
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: true,
      renderSideBySideInlineBreakpoint: 640,
      hideUnchangedRegions: { enabled: true },
      renderOverviewRuler: false,
      renderMarginRevertIcon: false,
      renderGutterMenu: false,
      maxComputationTime: 2_000,
    });
    widget.setModel({ original, modified });
    return () => {
      widget.dispose();
      original.dispose();
      modified.dispose();
    };
  }, [monaco, before, after, language, ariaLabel]);
  return <div ref={container} className="h-full" />;
}
