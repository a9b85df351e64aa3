'use client';

import { AllowedOrigins } from '@/components/studio/web-view/settings/allowed-origins';
import { ModeChoice } from '@/components/studio/web-view/settings/mode-choice';
import { toSettingsConflict } from '@/components/studio/web-view/settings/settings-values';
import type { SettingsForm } from '@/components/studio/web-view/settings/use-settings-form';
import { VariableLimits } from '@/components/studio/web-view/settings/variable-limits';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { Switch } from '@/components/ui/switch';
import { WholeNumberInput } from '@/components/ui/whole-number-input';

/** What pages of the bot may do. */
export function SettingsView({ form }: { form: SettingsForm }) {
  const { values, set, errorAt } = form;
  return (
    <form ref={form.formRef} noValidate onSubmit={(event) => void form.submit(event)} className="flex max-w-180 flex-col gap-6 p-4 md:p-6">
      <FormFailure what="The settings were not saved" failure={form.failure} />
      <Section title="Who may post" lead="In force at once for all conversations of the bot, without publishing.">
        <ModeChoice mode={values.mode} savedMode={form.base.settings.mode} onChange={(mode) => set({ mode })} />
        {values.mode === 'signed' ? (
          <div className="flex flex-col gap-4">
            <Field label="Links are good for (minutes)" error={errorAt('tokenLifeMinutes')} hint="From the moment the bot sends the link. 60 minutes by default, 7 days (10,080) at most.">
              <WholeNumberInput min={1} max={10_080} value={values.tokenLifeMinutes} onValueChange={(tokenLifeMinutes) => set({ tokenLifeMinutes })} className="w-28" />
            </Field>
            <Field label="Each link takes one post only" hint="All links of one turn share their token. Off: a page may post several times while its link is good.">
              <Switch checked={values.isTokenSingleUse} onCheckedChange={(isTokenSingleUse) => set({ isTokenSingleUse })} />
            </Field>
          </div>
        ) : null}
        <AllowedOrigins value={values.origins} issues={form.issues} onChange={(origins) => set({ origins })} />
        <Field label="Posts per minute" error={errorAt('postsPerMinute')} hint="More are refused with 429 and the time to wait. Counted in each server process.">
          <WholeNumberInput min={1} max={1_000_000} value={values.postsPerMinute} onValueChange={(postsPerMinute) => set({ postsPerMinute })} className="w-28" />
        </Field>
      </Section>
      <Section title="What a post may do">
        <VariableLimits isLimited={values.isVariableLimited} variables={values.variables} onChange={set} errorAt={errorAt} />
        <Field label="Leave out late messages" hint="A message counts only for some hours after the consumer’s own latest one; later posts still set their variables.">
          <Switch checked={values.isMessageLimited} onCheckedChange={(isMessageLimited) => set({ isMessageLimited })} />
        </Field>
        {values.isMessageLimited ? (
          <Field label="Messages count for (hours)" error={errorAt('messageWithinHours')} hint="24 hours by default, as LivePerson has it.">
            <WholeNumberInput min={1} max={8_760} value={values.messageWithinHours} onValueChange={(messageWithinHours) => set({ messageWithinHours })} className="w-28" />
          </Field>
        ) : null}
      </Section>
      <Section title="The page">
        <Field
          label="Address of the page"
          error={errorAt('pageUrl')}
          hint={
            <>
              Where <code>{'{$webViewUrl}'}</code> leads, with the ids added. Leave it empty if your bot opens several pages: scripts make links with <code>botContext.getWebViewUrl(…)</code>.
            </>
          }
        >
          <Input isCode placeholder="https://shop.example/pay" value={values.pageUrl} onChange={(event) => set({ pageUrl: event.target.value })} />
        </Field>
      </Section>
      {/* Enter in a field saves. */}
      <button type="submit" hidden />
      {form.conflict ? (
        <ConflictDialog
          open
          onOpenChange={form.closeConflict}
          what="these settings"
          rows={toSettingsConflict(values, form.conflict)}
          onKeepMine={form.keepMine}
          onTakeTheirs={form.takeTheirs}
        />
      ) : null}
    </form>
  );
}
