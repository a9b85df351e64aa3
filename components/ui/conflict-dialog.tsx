'use client';

import type { ReactNode } from 'react';

import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/class-names';
import { Dialog, DialogContent, DialogFooter } from '@/components/ui/dialog';

/** One thing that both versions have, as text; null where a version doesn't have it. */
export type ConflictRow = { label: string; mine: string | null; theirs: string | null };

/** Properties of `ConflictDialog`. */
export type ConflictDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What both changed: "this environment". */
  what: string;
  rows: readonly ConflictRow[];
  /** Shown before the buttons: another way to keep one's own version. */
  aside?: ReactNode;
  /** Saves one's own version over the other. */
  onKeepMine: () => void;
  /** Drops one's own changes and shows the other version. */
  onTakeTheirs: () => void;
};

/** Shows both versions when somebody else saved first. Nothing is decided, and nothing lost, until one chooses. */
export function ConflictDialog({ open, onOpenChange, what, rows, aside, onKeepMine, onTakeTheirs }: ConflictDialogProps) {
  const differing = rows.filter((row) => row.mine !== row.theirs);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        size="lg"
        title={`Somebody else changed ${what}`}
        description="They saved while you were editing, so nothing of yours has been saved yet. Choose which version stays, or close this and go on editing."
      >
        {differing.length === 0 ? (
          <p>Both versions say the same. Keep either.</p>
        ) : (
          <div className="overflow-x-auto rounded-md border border-line" tabIndex={0} role="region" aria-label="Both versions">
            <table className="w-full border-collapse text-left text-sm">
              <thead className="bg-sunken text-xs text-muted">
                <tr className="border-b border-line">
                  <th scope="col" className="px-3 py-1.5 font-medium">
                    What differs
                  </th>
                  <th scope="col" className="px-3 py-1.5 font-medium">
                    Yours
                  </th>
                  <th scope="col" className="px-3 py-1.5 font-medium">
                    Theirs
                  </th>
                </tr>
              </thead>
              <tbody>
                {differing.map((row) => (
                  <tr key={row.label} className="border-b border-line align-top last:border-b-0">
                    <th scope="row" className="px-3 py-1.5 font-medium">
                      {row.label}
                    </th>
                    <Version text={row.mine} />
                    <Version text={row.theirs} />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <DialogFooter>
          {aside ? <div className="mr-auto">{aside}</div> : null}
          <Button onClick={() => onOpenChange(false)}>Go on editing</Button>
          <Button onClick={onTakeTheirs}>Take theirs</Button>
          <Button variant="primary" onClick={onKeepMine}>
            Save mine over theirs
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Version({ text }: { text: string | null }) {
  return (
    <td className={cn('max-w-60 px-3 py-1.5 break-words whitespace-pre-wrap', !text && 'text-muted')}>
      {text === null ? 'not there' : text === '' ? 'empty' : text}
    </td>
  );
}
