'use client';

import { useMemo } from 'react';

import { PasswordStrength } from '@/components/auth/password-strength';
import { useUnsavedGuard } from '@/components/studio/frame/unsaved-guard';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { SecretInput } from '@/components/ui/secret-input';
import { notify } from '@/components/ui/toaster';
import { useChangePassword } from '@/lib/client/use-account';
import { useForm } from '@/lib/client/use-form';
import { findPasswordWeakness } from '@/lib/modules/workspace/password.rules';
import { passwordChangeSchema } from '@/lib/modules/workspace/workspace.contract';

const blank = { currentPassword: '', newPassword: '' };

/** Changes the password of the signed-in person. */
export function PasswordForm({ email }: { email: string }) {
  const changePassword = useChangePassword();
  const schema = useMemo(() => toPasswordSchema(email), [email]);
  const form = useForm({
    schema,
    initial: blank,
    onSubmit: async (change) => {
      await changePassword.mutateAsync(change);
      form.reset(blank);
      notify.success('Changed the password', 'All other browsers have been signed out.');
    },
  });
  useUnsavedGuard(form.isDirty);
  const newPasswordError = form.errorAt('newPassword');
  return (
    <form ref={form.formRef} noValidate onSubmit={(event) => void form.submit(event)} className="flex max-w-90 flex-col gap-4">
      {/* Lets password managers find out whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field label="Current password" isRequired error={form.errorAt('currentPassword')}>
        <SecretInput
          noun="current password"
          autoComplete="current-password"
          value={form.values.currentPassword}
          onChange={(event) => form.set({ currentPassword: event.target.value })}
        />
      </Field>
      <Field
        label="New password"
        isRequired
        error={newPasswordError}
        hint={newPasswordError ? null : <PasswordStrength password={form.values.newPassword} email={email} />}
      >
        <SecretInput
          noun="new password"
          autoComplete="new-password"
          value={form.values.newPassword}
          onChange={(event) => form.set({ newPassword: event.target.value })}
        />
      </Field>
      <FormFailure what="The password was not changed" failure={form.failure} />
      <div>
        <Button type="submit" variant="primary" isBusy={form.isBusy}>
          Change password
        </Button>
      </div>
    </form>
  );
}

/** The API's schema with the check of strength, which needs to know who it is for. */
function toPasswordSchema(email: string) {
  return passwordChangeSchema.superRefine(({ newPassword }, context) => {
    const weakness = findPasswordWeakness(newPassword, email);
    if (weakness !== null) context.addIssue({ code: 'custom', path: ['newPassword'], message: weakness });
  });
}
