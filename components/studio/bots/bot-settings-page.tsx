'use client';

import { CopyPlus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import { BotDraftSettings } from '@/components/studio/bots/bot-draft-settings';
import { BotFields, type BotValues } from '@/components/studio/bots/bot-fields';
import { BotTabs } from '@/components/studio/bots/bot-tabs';
import { BotChannels } from '@/components/studio/channels/channel-uses';
import { DeleteBotDialog } from '@/components/studio/bots/delete-bot-dialog';
import { useDuplicateAction } from '@/components/studio/bots/use-duplicate-action';
import { Page } from '@/components/studio/frame/page';
import { SaveActions, UnsavedSign } from '@/components/studio/frame/save-actions';
import { Button } from '@/components/ui/button';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { CopyButton } from '@/components/ui/copy-button';
import { FormFailure } from '@/components/ui/form-failure';
import { RelativeTime } from '@/components/ui/relative-time';
import { Section } from '@/components/ui/section';
import { notify } from '@/components/ui/toaster';
import { useUpdateBot } from '@/lib/client/use-bots';
import { useEditForm } from '@/lib/client/use-edit-form';
import { useEnvironments } from '@/lib/client/use-environments';
import { botInputSchema, botSchema, type Bot } from '@/lib/modules/bot/bot.schema';

/** Name, description and environment of a bot, how its draft behaves, its id; copy and delete. */
export function BotSettingsPage() {
  const bot = useCurrentBot();
  const router = useRouter();
  const updateBot = useUpdateBot();
  const duplicate = useDuplicateAction();
  const environments = useEnvironments();
  const [isDeleting, setIsDeleting] = useState(false);
  const form = useEditForm({
    thing: bot,
    thingSchema: botSchema,
    schema: botInputSchema,
    toValues,
    save: (input, version) => updateBot.mutateAsync({ botId: bot.id, ...input, version }),
    onSaved: (saved, before) =>
      notify.undo('Saved the bot', () => {
        updateBot
          .mutateAsync({ botId: bot.id, ...toValues(before), version: saved.version })
          .catch((error: Error) => notify.error('The change stands', error.message));
      }),
  });
  const environmentName = (id: string | null) =>
    id === null ? 'None' : (environments.data?.find((environment) => environment.id === id)?.name ?? id);

  return (
    <Page
      title={bot.name}
      part="Settings"
      breadcrumbs={[{ label: 'Bots', href: '/bots' }]}
      status={<UnsavedSign isDirty={form.isDirty} />}
      nav={<BotTabs botId={bot.id} />}
      actions={<SaveActions isDirty={form.isDirty} isBusy={form.isBusy} onSave={() => void form.submit()} onDiscard={() => form.reset(toValues(form.base))} />}
    >
      <div className="flex max-w-160 flex-col gap-8 p-4 md:p-6">
        <form ref={form.formRef} noValidate onSubmit={(event) => void form.submit(event)} className="flex flex-col gap-4">
          <FormFailure what="The bot was not saved" failure={form.failure} />
          <BotFields values={form.values} onChange={form.set} errorAt={form.errorAt} />
          {/* Enter in a field saves. */}
          <button type="submit" hidden />
        </form>
        <BotDraftSettings />
        <BotChannels botId={bot.id} />
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-6 gap-y-1 text-muted">
          <dt>Bot id</dt>
          <dd className="flex min-w-0 items-center gap-1 text-ink">
            <code className="truncate">{bot.id}</code>
            <CopyButton label="Copy bot id" value={bot.id} />
          </dd>
          <dt>Created</dt>
          <dd>
            <RelativeTime at={bot.createdAt} />
          </dd>
          <dt>Changed</dt>
          <dd>
            <RelativeTime at={bot.updatedAt} />
          </dd>
        </dl>
        <Section title="Copy or delete" lead="A copy has the same integrations with their samples and test values, but no runs.">
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => void duplicate(bot)}>
              <CopyPlus aria-hidden />
              Duplicate bot
            </Button>
            <Button className="text-bad" onClick={() => setIsDeleting(true)}>
              <Trash2 aria-hidden />
              Delete bot…
            </Button>
          </div>
        </Section>
      </div>
      <DeleteBotDialog bot={bot} open={isDeleting} onOpenChange={setIsDeleting} onDeleted={() => router.replace('/bots')} />
      {form.conflict ? (
        <ConflictDialog
          open
          onOpenChange={form.closeConflict}
          what="this bot"
          rows={[
            { label: 'Name', mine: form.values.name, theirs: form.conflict.name },
            { label: 'Description', mine: form.values.description, theirs: form.conflict.description },
            {
              label: 'Environment',
              mine: environmentName(form.values.environmentId),
              theirs: environmentName(form.conflict.environmentId),
            },
          ]}
          onKeepMine={form.keepMine}
          onTakeTheirs={form.takeTheirs}
        />
      ) : null}
    </Page>
  );
}

function toValues({ name, description, environmentId }: Bot): BotValues {
  return { name, description, environmentId };
}
