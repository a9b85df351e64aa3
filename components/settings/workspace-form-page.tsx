'use client';

import type { ReactNode } from 'react';

import { SettingsShell } from '@/components/settings/settings-shell';
import { toWorkspaceValues, type useWorkspaceForm } from '@/components/settings/use-workspace-form';
import { SaveActions, UnsavedSign } from '@/components/studio/frame/save-actions';
import { ConflictDialog } from '@/components/ui/conflict-dialog';
import { FormFailure } from '@/components/ui/form-failure';

/** Properties of `WorkspaceFormPage`. */
export type WorkspaceFormPageProps = {
  title: string;
  form: ReturnType<typeof useWorkspaceForm>;
  /** The fields. */
  children: ReactNode;
  /** What comes after the form. */
  after?: ReactNode;
};

/** A page that edits a part of the workspace's settings: save, conflict and failures around its fields. */
export function WorkspaceFormPage({ title, form, children, after }: WorkspaceFormPageProps) {
  return (
    <SettingsShell
      title={title}
      status={<UnsavedSign isDirty={form.isDirty} />}
      actions={
        <SaveActions
          isDirty={form.isDirty}
          isBusy={form.isBusy}
          onSave={() => void form.submit()}
          onDiscard={() => form.reset(toWorkspaceValues(form.base))}
        />
      }
    >
      <form ref={form.formRef} noValidate onSubmit={(event) => void form.submit(event)} className="flex flex-col gap-4">
        <FormFailure what="The settings were not saved" failure={form.failure} />
        {children}
        {/* Enter in a field saves. */}
        <button type="submit" hidden />
      </form>
      {after}
      {form.conflict ? (
        <ConflictDialog
          open
          onOpenChange={form.closeConflict}
          what="these settings"
          rows={[
            { label: 'Workspace name', mine: form.values.name, theirs: form.conflict.name },
            { label: 'Allowed destinations', mine: form.values.outboundAllow, theirs: form.conflict.outboundAllow },
          ]}
          onKeepMine={form.keepMine}
          onTakeTheirs={form.takeTheirs}
        />
      ) : null}
    </SettingsShell>
  );
}
