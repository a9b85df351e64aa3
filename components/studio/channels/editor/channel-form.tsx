'use client';

import { BotSelect } from '@/components/studio/channels/bot-select';
import { AppearanceSection } from '@/components/studio/channels/editor/appearance-section';
import { BehaviourSection } from '@/components/studio/channels/editor/behaviour-section';
import { describeListProblems, toWords } from '@/components/studio/channels/editor/channel-values';
import { TextsSection } from '@/components/studio/channels/editor/texts-section';
import type { ChannelForm as Form } from '@/components/studio/channels/editor/use-channel-form';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { Textarea } from '@/components/ui/textarea';

/** What is saved of a channel. `isBotLive` is null while another bot is chosen than the saved one. */
export function ChannelForm({ form, isBotLive }: { form: Form; isBotLive: boolean | null }) {
  const { values, set, setSettings, errorAt } = form;
  return (
    <form ref={form.formRef} noValidate onSubmit={form.save} className="flex flex-col gap-6">
      <FormFailure what="The channel was not saved" failure={form.failure} />
      {isBotLive === false ? <Callout tone="warn" what="Nobody can talk here yet" why="The bot has no live release." todo="Publish it on the bot’s page; the messenger works from that moment on." /> : null}
      <div className="grid gap-4 @lg:grid-cols-2">
        <Field label="Name" isRequired error={errorAt('name')}>
          <Input autoComplete="off" value={values.name} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field label="Bot" isRequired error={errorAt('botId')}>
          <BotSelect value={values.botId} onChange={(botId) => set({ botId })} />
        </Field>
      </div>
      <AppearanceSection form={form} />
      <TextsSection form={form} />
      <BehaviourSection form={form} />
      <Section title="Privacy and sites">
        <Field label="Page about privacy" error={errorAt('settings.privacyUrl')} hint="Linked below the privacy notice, which is one of the texts. Without a notice nothing is asked.">
          <Input isCode placeholder="https://shop.example/privacy" value={values.settings.privacyUrl} onChange={(event) => setSettings({ privacyUrl: event.target.value })} />
        </Field>
        <Field
          label="Allowed origins"
          error={describeListProblems(form.issues, 'allowedOrigins', toWords(values.origins, '\n'))}
          hint="Sites that may show the messenger, one on each line, such as https://shop.example. Empty: any. Browsers refuse all others."
        >
          <Textarea isCode rows={2} placeholder="https://shop.example" value={values.origins} onChange={(event) => set({ origins: event.target.value })} />
        </Field>
      </Section>
      {/* Enter in a field saves. */}
      <button type="submit" hidden />
    </form>
  );
}
