'use client';

import { useSyncExternalStore } from 'react';

import type { PathTaken } from '@/components/studio/preview/path/path-taken';

const listeners = new Set<() => void>();
let path: PathTaken | null = null;

/** Lights up another path, or none; the preview calls it when another turn is selected. */
export function showPath(next: PathTaken | null): void {
  if (path === next) return;
  path = next;
  for (const listener of listeners) listener();
}

/**
 * The path of the turn that is selected in the preview; null while no preview is open or nothing was said.
 * For builder and map: `path?.interactionIds.has(id)`.
 */
export function usePath(): PathTaken | null {
  return useSyncExternalStore(subscribe, readPath, () => null);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function readPath(): PathTaken | null {
  return path;
}
