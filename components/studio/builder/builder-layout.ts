'use client';

import { createContext, useContext } from 'react';

/** How much of the builder stands side by side: list, interactions and settings; without the list; one behind the other. */
export type BuilderRoom = 'wide' | 'middle' | 'narrow';

/** The room there is for the builder, given by `DialogsLayout`. */
export const BuilderRoomContext = createContext<BuilderRoom>('wide');

/** The room there is for the builder. */
export function useBuilderRoom(): BuilderRoom {
  return useContext(BuilderRoomContext);
}

/** The room that so many pixels give. */
export function toBuilderRoom(widthPx: number): BuilderRoom {
  if (widthPx >= 800) return 'wide';
  return widthPx >= 580 ? 'middle' : 'narrow';
}
