'use client';

import { BotFields } from '@/components/studio/bots/bot-fields';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { FormFailure } from '@/components/ui/form-failure';
import { useCreateBot } from '@/lib/client/use-bots';
import { useForm } from '@/lib/client/use-form';
import { botInputSchema, type Bot } from '@/lib/modules/bot/bot.schema';

/** Properties of `BotDialog`. */
export type BotDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; onCreated: (bot: Bot) => void };

/** Makes a bot. */
export function BotDialog({ open, onOpenChange, onCreated }: BotDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="New bot" description="A bot answers consumers by its dialogs and calls your APIs.">
        <BotForm
          onCreated={(bot) => {
            onOpenChange(false);
            onCreated(bot);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

function BotForm({ onCreated }: { onCreated: (bot: Bot) => void }) {
  const createBot = useCreateBot();
  const form = useForm({
    schema: botInputSchema,
    initial: { name: '', description: '', environmentId: null as string | null },
    onSubmit: async (bot) => onCreated(await createBot.mutateAsync(bot)),
  });
  return (
    <form ref={form.formRef} noValidate onSubmit={(event) => void form.submit(event)} className="flex flex-col gap-4">
      <BotFields values={form.values} onChange={form.set} errorAt={form.errorAt} isNameFocused />
      <FormFailure what="The bot was not created" failure={form.failure} />
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" isBusy={form.isBusy}>
          Create bot
        </Button>
      </DialogFooter>
    </form>
  );
}
