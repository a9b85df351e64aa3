'use client';

import Link from 'next/link';
import { useState, type FormEvent } from 'react';

import { usePreviewParts } from '@/components/studio/preview/preview-context';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/toaster';
import { useCreateBotTest } from '@/lib/client/use-bot-tests';
import { botTestNameSchema } from '@/lib/modules/bot-test/bot-test.schema';

/** Keeps a conversation with its recorded calls as a test of the bot. */
export function SaveTestDialog({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  const { preview, draft } = usePreviewParts();
  const { botId } = preview;
  const create = useCreateBotTest(botId);
  const hasDraftChanged = preview.session.draftVersion !== null && draft.version !== preview.session.draftVersion;
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  function save(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const parsed = botTestNameSchema.safeParse(name);
    setProblem(parsed.success ? null : (parsed.error.issues[0]?.message ?? null));
    if (!parsed.success) return;
    create.mutate(
      { name: parsed.data, conversationId },
      {
        onSuccess() {
          onClose();
          notify.success(
            'Saved as a test',
            <Link href={`/bots/${botId}/tests`} className="text-accent underline">
              Show the tests
            </Link>,
          );
        },
      },
    );
  }

  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent size="sm" title="Save as a test" description="What was said, what the APIs answered and what the bot replied are kept. The test runs it again without calling any API.">
        <form className="flex flex-col gap-4" onSubmit={save}>
          <Field label="Name" isRequired error={problem}>
            <Input value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          {hasDraftChanged ? (
            <Callout tone="info" what="The draft changed since this conversation began" why="What the bot said before is expected too, and may fail at once." todo="Restart the preview and talk again for a test of the bot as it is now." />
          ) : null}
          <FormFailure what="The test was not saved" failure={create.error} />
          <DialogFooter>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button variant="primary" type="submit" isBusy={create.isPending}>
              Save
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
