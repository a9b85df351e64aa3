'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';

import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table';
import { useWebViewPost } from '@/lib/client/use-web-view';
import type { WebViewPost } from '@/lib/modules/web-view/web-view-post.schema';

/** The variables of a post. Their values stay hidden until one asks for them. */
export function PostVariables({ botId, post }: { botId: string; post: WebViewPost }) {
  const [isShown, setIsShown] = useState(false);
  const detail = useWebViewPost(botId, post.id, isShown);
  const values = isShown ? (detail.data?.variables ?? null) : null;
  const names = post.variableNames;
  const areKept = post.canApplyAgain || post.outcome === 'queued';
  if (names.length === 0) return <p className="text-muted">It set no variables.</p>;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex min-h-7 items-center justify-between gap-2">
        <h3 className="text-xs font-medium text-muted">
          {names.length} {names.length === 1 ? 'variable' : 'variables'}
        </h3>
        {areKept ? (
          <Button size="sm" variant="ghost" aria-pressed={isShown} isBusy={detail.isFetching} onClick={() => setIsShown(!isShown)}>
            {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            {isShown ? 'Hide values' : 'Show values'}
          </Button>
        ) : null}
      </div>
      {detail.isError ? <Callout tone="bad" isAnnounced what="The values could not be read" why={detail.error.message} /> : null}
      <div className="rounded-md border border-line">
        <Table aria-label="Variables">
          <TableHead>
            <TableRow>
              <TableHeader>Name</TableHeader>
              <TableHeader>Value</TableHeader>
              <TableHeader className="w-9">
                <span className="sr-only">Actions</span>
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {names.map((name) => {
              const value = values?.[name];
              return (
                <TableRow key={name}>
                  <TableCell className="py-2.5 align-top font-mono text-xs break-all whitespace-pre-wrap">{name}</TableCell>
                  <TableCell dir="auto" className="py-2.5 align-top font-mono text-xs break-all whitespace-pre-wrap">{value === undefined ? <Hidden isKept={areKept} /> : value === '' ? <span className="font-sans text-muted">empty</span> : value}</TableCell>
                  <TableCell className="px-1 py-1 align-top">{value === undefined ? null : <CopyButton label={`Copy the value of ${name}`} value={value} />}</TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </div>
    </div>
  );
}

function Hidden({ isKept }: { isKept: boolean }) {
  if (!isKept) return <span className="font-sans text-muted">not kept</span>;
  return (
    <span className="whitespace-nowrap text-muted">
      <span className="sr-only">hidden</span>
      <span aria-hidden>••••••</span>
    </span>
  );
}
