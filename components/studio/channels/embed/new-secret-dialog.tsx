'use client';

import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';

/** Shows a secret, this once. */
export function NewSecretDialog({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent title="The new secret" description="Copy it now: it is kept sealed and never shown again. It belongs on your server, not into a page or a repository.">
        <div className="flex items-center gap-2 rounded-md border border-line bg-sunken py-1 pr-1 pl-3">
          <code aria-label="Secret" className="min-w-0 flex-1 text-xs break-all">
            {secret}
          </code>
          <CopyButton label="Copy the secret" value={secret} />
        </div>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="primary">I have copied it</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
