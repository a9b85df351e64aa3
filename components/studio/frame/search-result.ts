import type { SearchHit } from '@/lib/modules/search/search.contract';

/** Finds things by words. Rejects when the server can't be asked; `signal` ends a search that nobody waits for any more. */
export type SearchStudio = (query: string, signal: AbortSignal) => Promise<SearchHit[]>;
