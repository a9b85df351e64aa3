import type { TextQuery } from '@/lib/modules/draft/find-text.rules';

/** What was looked for last; kept while one goes from page to page. */
export interface FindMemory {
  query: TextQuery;
  replacement: string;
}

/** Nothing looked for yet. */
export const emptyFindMemory: FindMemory = { query: { text: '', matchesCase: false, isWholeWord: false }, replacement: '' };
