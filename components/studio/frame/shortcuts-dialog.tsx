'use client';

import { commandsBySection } from '@/components/studio/frame/command-registry';
import { useRegisteredCommands } from '@/components/studio/frame/use-commands';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';

/** Properties of `ShortcutsDialog`. */
export type ShortcutsDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** All keys that do something on the page on screen; the page's own, registered last, go first. */
export function ShortcutsDialog({ open, onOpenChange }: ShortcutsDialogProps) {
  const commands = useRegisteredCommands().filter((command) => command.keys !== undefined);
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Shortcuts" size="md">
        {commandsBySection(commands).toReversed().map(([section, group]) => (
          <section key={section}>
            <h3 className="mb-1 text-xs text-muted">{section}</h3>
            <dl>
              {group.map(({ id, label, keys }) => (
                <div key={id} className="flex items-center justify-between gap-4 border-b border-line py-1.5 last:border-b-0">
                  <dt>{label}</dt>
                  <dd>{keys ? <Kbd keys={keys} /> : null}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </DialogContent>
    </Dialog>
  );
}
