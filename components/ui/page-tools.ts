'use client';

import { createContext, type ReactNode } from 'react';

/** What stands at the end of every page's header under it: tools of the thing to which all those pages belong. */
export const PageToolsContext = createContext<ReactNode>(null);
