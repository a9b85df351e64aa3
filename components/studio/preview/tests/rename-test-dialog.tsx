'use client';

import { useState, type FormEvent } from 'react';

import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { Input } from '@/components/ui/input';
import { useUpdateBotTest } from '@/lib/client/use-bot-tests';
import { botTestNameSchema, type BotTestSummary } from '@/lib/modules/bot-test/bot-test.schema';

/** Gives a test another name. */
export function RenameTestDialog({ test, onClose }: { test: BotTestSummary; onClose: () => void }) {
  const update = useUpdateBotTest(test.botId);
  const [name, setName] = useState(test.name);
  const [problem, setProblem] = useState<string | null>(null);

  function save(event: FormEvent) {
    event.preventDefault();
    const parsed = botTestNameSchema.safeParse(name);
    setProblem(parsed.success ? null : (parsed.error.issues[0]?.message ?? null));
    if (parsed.success) update.mutate({ testId: test.id, version: test.version, name: parsed.data }, { onSuccess: onClose });
  }

  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent size="sm" title="Rename test">
        <form className="flex flex-col gap-4" onSubmit={save}>
          <Field label="Name" isRequired error={problem}>
            <Input value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <FormFailure what="The test was not renamed" failure={update.error} />
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="primary" type="submit" isBusy={update.isPending}>
              Rename
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
