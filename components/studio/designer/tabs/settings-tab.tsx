'use client';

import type { IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import type { DesignerForm } from '@/components/studio/designer/draft/use-designer-form';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { Textarea } from '@/components/ui/textarea';

/** Description, type, and how patient, persistent and strict the call is. */
export function SettingsTab({ form }: { form: DesignerForm }) {
  const { draft, edit } = form;
  const set = (change: Partial<IntegrationDraft>) => edit((now) => ({ ...now, ...change }));
  return (
    <div className="flex max-w-160 flex-col gap-4 p-3 pb-6">
      <div data-field="description">
        <Field label="Description" error={form.errorAt('description')} hint="For those who work on this bot; consumers never see it.">
          <Textarea value={draft.description} onChange={(event) => set({ description: event.target.value })} />
        </Field>
      </div>
      <div className="grid gap-x-3 gap-y-4 @md:grid-cols-2">
        <div data-field="type">
          <Field label="Integration Type" isRequired hint="Calls an HTTP API.">
            <Select defaultValue="API">
              <option>API</option>
            </Select>
          </Field>
        </div>
        <div data-field="timeoutMs">
          <Field label="Timeout in seconds" error={form.errorAt('timeoutMs')} hint="For the whole call with its retries, from 1 to 120.">
            <Input inputMode="decimal" value={draft.timeoutSecondsText} onChange={(event) => set({ timeoutSecondsText: event.target.value })} />
          </Field>
        </div>
        <div data-field="retry.retryCountMax">
          <Field label="Retries" error={form.errorAt('retry.retryCountMax')} hint="Further attempts within the timeout, from 0 to 5.">
            <Input
              inputMode="numeric"
              value={draft.retry.retryCountMaxText}
              onChange={(event) => set({ retry: { ...draft.retry, retryCountMaxText: event.target.value } })}
            />
          </Field>
        </div>
        <div data-field="retry.scope">
          <Field label="What is retried" hint={retryHints[draft.retry.scope]}>
            <Select
              value={draft.retry.scope}
              onChange={(event) => set({ retry: { ...draft.retry, scope: event.target.value === 'every-method' ? 'every-method' : 'idempotent' } })}
            >
              <option value="idempotent">What may safely be repeated</option>
              <option value="every-method">Every method</option>
            </Select>
          </Field>
        </div>
        <div data-field="success.kind">
          <Field label="What counts as success" hint="Every other status is a failure to the bot’s rules.">
            <Select value={draft.success.kind} onChange={(event) => set({ success: { ...draft.success, kind: toSuccessKind(event.target.value) } })}>
              <option value="reference">200 and 201</option>
              <option value="any-2xx">Any 2xx status</option>
              <option value="list">A list of statuses</option>
            </Select>
          </Field>
        </div>
        {draft.success.kind === 'list' ? (
          <div data-field="success.statuses">
            <Field label="Status codes" isRequired error={form.errorIn('success.statuses')} hint="Separated by commas.">
              <Input
                isCode
                placeholder="200, 204, 404"
                value={draft.success.statusesText}
                onChange={(event) => set({ success: { ...draft.success, statusesText: event.target.value } })}
              />
            </Field>
          </div>
        ) : null}
        <div data-field="responseBytesMax">
          <Field label="Response size limit in MB" error={form.errorAt('responseBytesMax')} hint="A larger response is a failure, at most 50.">
            <Input inputMode="decimal" value={draft.responseMegabytesText} onChange={(event) => set({ responseMegabytesText: event.target.value })} />
          </Field>
        </div>
      </div>
      <div data-field="followRedirects">
        <Switch label="Follow up to 5 redirects" checked={draft.followRedirects} onCheckedChange={(followRedirects) => set({ followRedirects })} />
      </div>
    </div>
  );
}

const retryHints: Record<IntegrationDraft['retry']['scope'], string> = {
  idempotent: 'GET, HEAD, OPTIONS, PUT and DELETE after a failure; POST and PATCH only when nothing was sent.',
  'every-method': 'Also POST and PATCH: choose it only if a repeated call does no harm.',
};

function toSuccessKind(text: string): IntegrationDraft['success']['kind'] {
  return text === 'any-2xx' || text === 'list' ? text : 'reference';
}
