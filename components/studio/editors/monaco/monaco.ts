import type * as MonacoEntry from '@/components/studio/editors/monaco/monaco-entry';

/** The loaded code editor library. */
export type Monaco = typeof MonacoEntry;
