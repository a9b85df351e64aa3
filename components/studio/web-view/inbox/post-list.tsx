'use client';

import { Pause, Play, SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';

import { outcomeWords } from '@/components/studio/web-view/post-words';
import { toWebViewHref } from '@/components/studio/web-view/web-view-tab';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DataTable, type DataColumn, type DataTableHandle } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { orderRows, searchRows, type ListOrder } from '@/components/ui/list-order';
import { RelativeTime } from '@/components/ui/relative-time';
import { SearchInput } from '@/components/ui/search-input';
import { Select } from '@/components/ui/select';
import type { WebViewPost } from '@/lib/modules/web-view/web-view-post.schema';

/** Properties of `PostList`. */
export type PostListProps = {
  botId: string;
  posts: readonly WebViewPost[];
  chosenId: string | null;
  /** Whether the list stands still, and how many posts came since; null: it follows. */
  hold: { newCount: number | null; toggle: () => void };
};

type Outcome = WebViewPost['outcome'] | 'all';

/** The inbox as a list: by outcome, by words, in any order. */
export function PostList({ botId, posts, chosenId, hold }: PostListProps) {
  const [query, setQuery] = useState('');
  const [outcome, setOutcome] = useState<Outcome>('all');
  const [order, setOrder] = useState<ListOrder>({ columnId: 'time', direction: 'descending' });
  const tableRef = useRef<DataTableHandle>(null);
  const words = useDeferredValue(query);
  const shown = useMemo(() => {
    const ofOutcome = outcome === 'all' ? posts : posts.filter((post) => post.outcome === outcome);
    const sortValue = columns.find(({ id }) => id === order.columnId)?.sortValue;
    const found = searchRows(ofOutcome, words, postText);
    // As it came it is sorted by time already.
    return sortValue ? orderRows(found, sortValue, order.direction) : found;
  }, [posts, outcome, words, order]);
  const clear = () => {
    setQuery('');
    setOutcome('all');
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-3 py-2">
        <SearchInput
          label="Search posts"
          value={query}
          onValueChange={setQuery}
          className="w-64 max-md:w-full"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            tableRef.current?.focusRow(0);
          }}
        />
        <OutcomeSelect posts={posts} value={outcome} onChange={setOutcome} />
        <p role="status" className="text-xs whitespace-nowrap text-muted tabular-nums">
          {shown.length === posts.length ? `${posts.length.toLocaleString('en')} ${posts.length === 1 ? 'post' : 'posts'}` : `${shown.length.toLocaleString('en')} of ${posts.length.toLocaleString('en')}`}
        </p>
        <Button size="sm" variant="ghost" className="ml-auto" onClick={hold.toggle}>
          {hold.newCount === null ? <Pause aria-hidden /> : <Play aria-hidden />}
          {hold.newCount === null ? 'Pause' : `Go on (${hold.newCount.toLocaleString('en')} new)`}
        </Button>
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={SearchX} title="No post like that" action={<Button onClick={clear}>Show all posts</Button>}>
          {outcome === 'all' ? 'Search looks into ids, variables’ names, messages and reasons, never into values.' : `None of the posts ${outcome === 'refused' ? 'was refused' : `is “${outcomeWords[outcome].label}”`} and fits.`}
        </EmptyState>
      ) : (
        <DataTable
          ref={tableRef}
          label="Posts"
          rows={shown}
          columns={chosenId === null ? columns : columnsBesideAPost}
          rowId={({ id }) => id}
          rowHref={({ id }) => toWebViewHref(botId, { tab: 'inbox', postId: id })}
          currentRowId={chosenId}
          order={order}
          onOrderChange={setOrder}
        />
      )}
    </div>
  );
}

function OutcomeSelect({ posts, value, onChange }: { posts: readonly WebViewPost[]; value: Outcome; onChange: (outcome: Outcome) => void }) {
  const outcomes = Object.keys(outcomeWords) as WebViewPost['outcome'][]; // The record has every outcome.
  return (
    <Select size="sm" aria-label="Outcome" value={value} onChange={(event) => onChange(outcomes.find((known) => known === event.target.value) ?? 'all')} className="w-auto">
      <option value="all">All outcomes</option>
      {outcomes.map((outcome) => (
        <option key={outcome} value={outcome}>
          {outcomeWords[outcome].label} ({posts.filter((post) => post.outcome === outcome).length.toLocaleString('en')})
        </option>
      ))}
    </Select>
  );
}

function postText({ conversationId, outcome, reason, message, variableNames, eventId }: WebViewPost): string {
  return [conversationId, outcome, reason?.code, reason?.detail, message, ...variableNames, eventId].filter(Boolean).join(' ');
}

function summarize({ reason, message, variableNames }: WebViewPost) {
  if (reason) return <span className="text-bad">{reason.detail}</span>;
  return message === null ? <span className="text-muted">{variableNames.length === 0 ? 'Nothing: the page is done' : 'Variables only'}</span> : <>“<bdi>{message}</bdi>”</>;
}

const columns: DataColumn<WebViewPost>[] = [
  { id: 'time', header: 'Time', cell: (row) => <RelativeTime at={row.receivedAt} className="relative z-10 tabular-nums" />, sortValue: (row) => Date.parse(row.receivedAt), className: 'w-28' },
  {
    id: 'outcome',
    header: 'Outcome',
    cell: (row) => (
      <Badge tone={outcomeWords[row.outcome].tone}>
        {outcomeWords[row.outcome].label}
        {row.count > 1 ? ` × ${row.count.toLocaleString('en')}` : ''}
      </Badge>
    ),
    sortValue: (row) => outcomeWords[row.outcome].label,
    className: 'w-36',
  },
  { id: 'what', header: 'Message or reason', cell: summarize },
  {
    id: 'variables',
    header: 'Variables',
    cell: (row) => <code className="text-xs text-muted">{row.variableNames.join(', ')}</code>,
    sortValue: (row) => row.variableNames.length,
    className: 'w-48 max-xl:hidden',
  },
  { id: 'conversation', header: 'Conversation', cell: (row) => <code className="text-xs text-muted">{row.conversationId.slice(0, 8)}</code>, sortValue: (row) => row.conversationId, className: 'w-32 max-lg:hidden' },
  { id: 'turn', header: 'Turn', cell: (row) => row.turnNumber, sortValue: (row) => row.turnNumber, className: 'w-20 text-right tabular-nums max-sm:hidden' },
];

const columnsBesideAPost = columns.filter(({ id }) => id !== 'variables' && id !== 'conversation');
