'use client';

import Link from 'next/link';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';

/** Something that uses something, with where it is mended. */
export type Use = { href: string; label: string; detail?: string };

/** Properties of `InUseDialog`. */
export type InUseDialogProps = {
  onOpenChange: (open: boolean) => void;
  /** The thing that can't be deleted. */
  name: string;
  /** What to do: "Choose another credential in them first, then delete it." */
  todo: string;
  uses: readonly Use[];
};

/** Says why something can't be deleted: the list of what uses it, each a link. Mount it to open it. */
export function InUseDialog({ onOpenChange, name, todo, uses }: InUseDialogProps) {
  return (
    <Dialog open onOpenChange={onOpenChange}>
      <DialogContent title={`${name} is in use`} description={`It can’t be deleted while these rely on it. ${todo}`}>
        <UseList uses={uses} />
        <DialogFooter>
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

/** What uses something, as links. */
export function UseList({ uses }: { uses: readonly Use[] }) {
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
      {uses.map((use) => (
        <li key={use.href} className="flex flex-wrap items-baseline gap-x-2 px-3 py-1.5">
          <Link href={use.href} className="rounded-sm font-medium text-accent underline underline-offset-2 hover:no-underline">
            {use.label}
          </Link>
          {use.detail ? <span className="text-muted">{use.detail}</span> : null}
        </li>
      ))}
    </ul>
  );
}
