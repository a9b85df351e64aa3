'use client';

import { useState } from 'react';

import type { Operation } from '@/components/docs/openapi.schema';
import { searchRows } from '@/components/ui/list-order';
import { SearchInput } from '@/components/ui/search-input';

/** Properties of `OperationNav`. */
export type OperationNavProps = { groups: readonly [tag: string, operations: Operation[]][]; onFollow?: () => void };

/** The operations by tag, to search and jump to. */
export function OperationNav({ groups, onFollow }: OperationNavProps) {
  const [query, setQuery] = useState('');
  const found = groups
    .map(([tag, operations]) => [tag, searchRows(operations, query, ({ summary, path, method, operationId }) => `${tag} ${summary} ${method} ${path} ${operationId}`)] as const)
    .filter(([, operations]) => operations.length > 0);
  return (
    <nav aria-label="Operations" className="flex min-h-0 flex-col gap-3">
      <SearchInput label="Search operations" value={query} onValueChange={setQuery} />
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto">
        {found.length === 0 ? <p className="px-2 text-muted">No operation matches “{query}”.</p> : null}
        {found.map(([tag, operations]) => (
          <div key={tag}>
            <h2 className="px-2 pb-1 text-xs font-medium text-muted">{tag}</h2>
            <ul>
              {operations.map(({ operationId, summary, method }) => (
                <li key={operationId}>
                  <a
                    href={`#${operationId}`}
                    onClick={onFollow}
                    className="flex items-baseline gap-2 rounded-md px-2 py-1 hover:bg-raised focus-visible:-outline-offset-2"
                  >
                    <span className="w-12 shrink-0 font-mono text-xs text-muted uppercase">{method}</span>
                    <span className="min-w-0">{summary}</span>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
}
