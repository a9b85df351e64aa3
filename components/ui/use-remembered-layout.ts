'use client';

import { useLayoutEffect } from 'react';
import { useGroupRef, type GroupProps, type Layout } from 'react-resizable-panels';

/**
 * Keeps the sizes that a person gave to panes, on this device. They are put in place after React has taken over from
 * the server, which can't know them, and before the browser paints.
 */
export function useRememberedLayout(storageKey: string): Required<Pick<GroupProps, 'groupRef' | 'onLayoutChanged'>> {
  const groupRef = useGroupRef();
  useLayoutEffect(() => {
    const group = groupRef.current;
    const layout = readLayout(storageKey);
    if (group && layout && isForSamePanes(layout, group.getLayout())) group.setLayout(layout);
  }, [groupRef, storageKey]);
  return {
    groupRef,
    onLayoutChanged(layout, { isUserInteraction }) {
      if (isUserInteraction) writeLayout(storageKey, layout);
    },
  };
}

function isForSamePanes(saved: Layout, current: Layout): boolean {
  const paneIds = Object.keys(current);
  return paneIds.length === Object.keys(saved).length && paneIds.every((paneId) => paneId in saved);
}

// Private windows may refuse storage; sizes then last as long as the page.
function readLayout(storageKey: string): Layout | null {
  try {
    const saved: unknown = JSON.parse(window.localStorage.getItem(storageKey) ?? 'null');
    return isLayout(saved) ? saved : null;
  } catch {
    return null;
  }
}

function writeLayout(storageKey: string, layout: Layout): void {
  try {
    window.localStorage.setItem(storageKey, JSON.stringify(layout));
  } catch {
    return;
  }
}

function isLayout(value: unknown): value is Layout {
  return typeof value === 'object' && value !== null && Object.values(value).every((size) => typeof size === 'number');
}
