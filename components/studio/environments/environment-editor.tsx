'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';

import { DeleteEnvironmentDialog } from '@/components/studio/environments/delete-environment-dialog';
import { toEnvironmentConflict, type EnvironmentValues } from '@/components/studio/environments/environment-conflict';
import { toVariableRows, toVariableUpdates } from '@/components/studio/environments/variable-rows';
import { VariableTable } from '@/components/studio/environments/variable-table';
import { Page } from '@/components/studio/frame/page';
import { SaveActions, UnsavedSign } from '@/components/studio/frame/save-actions';
import { Button } from '@/components/ui/button';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { UseList } from '@/components/ui/in-use-dialog';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { Textarea } from '@/components/ui/textarea';
import { notify } from '@/components/ui/toaster';
import { useEditForm } from '@/lib/client/use-edit-form';
import { useUpdateEnvironment } from '@/lib/client/use-environments';
import { environmentUpdateSchema, environmentViewSchema, type EnvironmentView } from '@/lib/modules/environment/environment.schema';
import { mergeVariables } from '@/lib/modules/environment/merge-variables.rules';

/** Name, description and variables of an environment, and who uses it. */
export function EnvironmentEditor({ environment }: { environment: EnvironmentView }) {
  const router = useRouter();
  const updateEnvironment = useUpdateEnvironment(environment.id);
  const [isDeleting, setIsDeleting] = useState(false);
  const schema = useMemo(() => toEditSchema(environment), [environment]);
  const form = useEditForm({
    thing: environment,
    thingSchema: environmentViewSchema,
    schema,
    toValues,
    toInput: ({ name, description, rows }) => ({ name, description, variables: toVariableUpdates(rows) }),
    save: (input, version) => updateEnvironment.mutateAsync({ ...input, version }),
    onSaved: (saved) => notify.success(`Saved environment ${saved.name}`),
  });
  const tooMany = form.errorAt('variables');

  return (
    <Page
      title={environment.name}
      breadcrumbs={[{ label: 'Environments', href: '/environments' }]}
      status={<UnsavedSign isDirty={form.isDirty} />}
      actions={<SaveActions isDirty={form.isDirty} isBusy={form.isBusy} onSave={() => void form.submit()} onDiscard={() => form.reset(toValues(form.base))} />}
    >
      <div className="flex max-w-220 flex-col gap-8 p-4 md:p-6">
        <form ref={form.formRef} noValidate onSubmit={(event) => void form.submit(event)} className="flex flex-col gap-4">
          <FormFailure what="The environment was not saved" failure={form.failure} />
          <Field label="Name" isRequired error={form.errorAt('name')}>
            <Input autoComplete="off" value={form.values.name} onChange={(event) => form.set({ name: event.target.value })} />
          </Field>
          <Field label="Description" error={form.errorAt('description')}>
            <Textarea value={form.values.description} onChange={(event) => form.set({ description: event.target.value })} />
          </Field>
          <Section
            title="Variables"
            lead={
              <>
                A bot reads them as <code>{'{$env.key}'}</code>. Secret values are encrypted; after saving they can be replaced but not read.
              </>
            }
          >
            {tooMany ? <p className="text-xs text-bad">{tooMany}</p> : null}
            <VariableTable rows={form.values.rows} onChange={(rows) => form.set({ rows })} errorAt={form.errorAt} />
          </Section>
          {/* Enter in a field saves. */}
          <button type="submit" hidden />
        </form>
        <Section title="Used by" lead={environment.usedBy.length === 0 ? 'No bot uses this environment. Choose it in a bot’s settings.' : null}>
          {environment.usedBy.length > 0 ? (
            <UseList uses={environment.usedBy.map((use) => ({ href: `/bots/${use.botId}/settings`, label: use.botName }))} />
          ) : null}
        </Section>
        <Section title="Delete" lead="Only an environment that no bot uses can be deleted.">
          <div>
            <Button className="text-bad" onClick={() => setIsDeleting(true)}>
              <Trash2 aria-hidden />
              Delete environment…
            </Button>
          </div>
        </Section>
      </div>
      {isDeleting ? (
        <DeleteEnvironmentDialog environment={environment} onOpenChange={setIsDeleting} onDeleted={() => router.replace('/environments')} />
      ) : null}
      {form.conflict ? (
        <ConflictDialog
          open
          onOpenChange={form.closeConflict}
          what="this environment"
          rows={toEnvironmentConflict(form.values, form.conflict)}
          onKeepMine={form.keepMine}
          onTakeTheirs={form.takeTheirs}
        />
      ) : null}
    </Page>
  );
}

/** The API's schema, with what the server checks against the stored secrets. */
function toEditSchema(environment: EnvironmentView) {
  return environmentUpdateSchema.omit({ version: true }).superRefine((input, context) => {
    for (const issue of mergeVariables(environment.variables, input.variables).issues) context.addIssue({ code: 'custom', ...issue });
  });
}

function toValues({ name, description, variables }: EnvironmentView): EnvironmentValues {
  return { name, description, rows: toVariableRows(variables) };
}
