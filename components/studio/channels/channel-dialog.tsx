'use client';

import { BotSelect } from '@/components/studio/channels/bot-select';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { Input } from '@/components/ui/input';
import { useBots } from '@/lib/client/use-bots';
import { useCreateChannel } from '@/lib/client/use-channels';
import { useForm } from '@/lib/client/use-form';
import { channelInputSchema, type Channel } from '@/lib/modules/channel/channel.schema';

/** Properties of `ChannelDialog`. */
export type ChannelDialogProps = { open: boolean; onOpenChange: (open: boolean) => void; onCreated: (channel: Channel) => void };

/** Makes a channel; how it looks and what it says comes on its page. */
export function ChannelDialog({ open, onOpenChange, onCreated }: ChannelDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="New channel" description="A messenger for your websites. Colours, texts and the line of HTML come next.">
        <ChannelForm
          onCreated={(channel) => {
            onOpenChange(false);
            onCreated(channel);
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

function ChannelForm({ onCreated }: Pick<ChannelDialogProps, 'onCreated'>) {
  const bots = useBots();
  const createChannel = useCreateChannel();
  const [onlyBot, ...others] = bots.data ?? [];
  const form = useForm({
    schema: channelInputSchema,
    initial: { name: '', botId: others.length === 0 ? (onlyBot?.id ?? '') : '' },
    onSubmit: async (channel) => onCreated(await createChannel.mutateAsync(channel)),
  });
  return (
    <form ref={form.formRef} noValidate onSubmit={(event) => void form.submit(event)} className="flex flex-col gap-4">
      <Field label="Name" isRequired error={form.errorAt('name')} hint="For you and your colleagues: the site it stands on, for example.">
        <Input autoFocus autoComplete="off" value={form.values.name} onChange={(event) => form.set({ name: event.target.value })} />
      </Field>
      <Field label="Bot" isRequired error={form.errorAt('botId') ?? bots.error?.message}>
        <BotSelect value={form.values.botId} onChange={(botId) => form.set({ botId })} />
      </Field>
      <FormFailure what="The channel was not created" failure={form.failure} />
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" isBusy={form.isBusy}>
          Create channel
        </Button>
      </DialogFooter>
    </form>
  );
}
