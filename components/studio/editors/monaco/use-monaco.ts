'use client';

import { useEffect, useState } from 'react';

import { loadMonaco } from '@/components/studio/editors/monaco/load-monaco';
import type { Monaco } from '@/components/studio/editors/monaco/monaco';

/** Whether the code editor's library is there yet. */
export type MonacoState = { kind: 'loading' } | { kind: 'ready'; monaco: Monaco } | { kind: 'failed' };

/** Loads the code editor's library when a component that needs it appears. */
export function useMonaco(): MonacoState {
  const [state, setState] = useState<MonacoState>({ kind: 'loading' });
  useEffect(() => {
    let isGone = false;
    loadMonaco().then(
      (monaco) => {
        if (!isGone) setState({ kind: 'ready', monaco });
      },
      () => {
        if (!isGone) setState({ kind: 'failed' });
      },
    );
    return () => {
      isGone = true;
    };
  }, []);
  return state;
}
