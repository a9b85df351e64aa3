'use client';

import { ChevronRight, Download, Pencil, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';

import { RenameTestDialog } from '@/components/studio/preview/tests/rename-test-dialog';
import { downloadText } from '@/components/studio/preview/tests/download-text';
import { msText } from '@/components/studio/run-panel/measure-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { DropdownMenuItem, DropdownMenuSeparator } from '@/components/ui/dropdown-menu';
import { RelativeTime } from '@/components/ui/relative-time';
import { RowMenu } from '@/components/ui/row-menu';
import { notify } from '@/components/ui/toaster';
import { callApi } from '@/lib/client/call-api';
import { useDeleteBotTest, useRunBotTest } from '@/lib/client/use-bot-tests';
import { exportBotTest } from '@/lib/modules/bot-test/bot-test.contract';
import type { BotTestSummary } from '@/lib/modules/bot-test/bot-test.schema';

/** Properties of `TestRow`. */
export type TestRowProps = { test: BotTestSummary; isOpen: boolean; onToggle: () => void };

/** One test: whether it passed, and what can be done with it. */
export function TestRow({ test, isOpen, onToggle }: TestRowProps) {
  const run = useRunBotTest(test.botId);
  const remove = useDeleteBotTest(test.botId);
  const [dialog, setDialog] = useState<'rename' | 'delete' | null>(null);
  const close = () => setDialog(null);

  async function exportTest() {
    const file = await callApi(exportBotTest, { params: { botId: test.botId, testId: test.id } }).catch((error: Error) => notify.error('The test was not exported', error.message));
    if (file) downloadText(file.fileName, file.text);
  }

  return (
    <div className="flex min-h-10 flex-wrap items-center gap-2 px-3 py-1">
      <button type="button" aria-expanded={isOpen} onClick={onToggle} className="flex min-w-0 flex-1 items-center gap-2 rounded-sm py-1 text-start">
        <ChevronRight aria-hidden className={cn('size-4 shrink-0 text-faint transition-transform', isOpen && 'rotate-90')} />
        <ResultBadge test={test} />
        <span className="min-w-0 truncate font-medium">{test.name}</span>
      </button>
      <span className="text-xs text-muted tabular-nums max-sm:hidden">
        {test.turnCount} {test.turnCount === 1 ? 'turn' : 'turns'}
        {test.lastResult ? (
          <>
            {' '}
            · {msText(test.lastResult.durationMs)} · <RelativeTime at={test.lastResult.ranAt} />
          </>
        ) : null}
      </span>
      <Button
        size="sm"
        aria-label={`Run ${test.name}`}
        isBusy={run.isPending}
        onClick={() => run.mutate(test.id, { onError: (error) => notify.error('The test was not run', error.message) })}
      >
        <Play aria-hidden />
        Run
      </Button>
      <RowMenu label={`Actions for ${test.name}`}>
        <DropdownMenuItem onSelect={() => setDialog('rename')}>
          <Pencil aria-hidden />
          Rename…
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void exportTest()}>
          <Download aria-hidden />
          Export as Playwright spec
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem tone="danger" onSelect={() => setDialog('delete')}>
          <Trash2 aria-hidden />
          Delete…
        </DropdownMenuItem>
      </RowMenu>
      {dialog === 'rename' ? <RenameTestDialog test={test} onClose={close} /> : null}
      <ConfirmDialog
        open={dialog === 'delete'}
        onOpenChange={(isOpen) => (isOpen ? undefined : close())}
        title={`Delete test ${test.name}?`}
        confirmLabel="Delete test"
        onConfirm={() => remove.mutateAsync(test.id)}
      >
        The recorded conversation and its expectations are lost. Export it first to keep them.
      </ConfirmDialog>
    </div>
  );
}

function ResultBadge({ test }: { test: BotTestSummary }) {
  if (!test.lastResult) return <Badge>Not run</Badge>;
  return test.lastResult.passed ? <Badge tone="good">Passed</Badge> : <Badge tone="bad">Failed</Badge>;
}
