'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

import { AuthCard } from '@/components/auth/auth-card';
import { PasswordStrength } from '@/components/auth/password-strength';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormFailure } from '@/components/ui/form-failure';
import { Input } from '@/components/ui/input';
import { SecretInput } from '@/components/ui/secret-input';
import { START_PATH } from '@/lib/client/own-path';
import { useCreateOwner, useSetup } from '@/lib/client/use-account';
import { useForm } from '@/lib/client/use-form';
import { ownerInputSchema } from '@/lib/modules/workspace/workspace.contract';

/** The first page of a fresh installation: makes the owner account and signs in. */
export function WelcomePage() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const setup = useSetup();
  const createOwner = useCreateOwner();
  const isOwned = setup.data?.hasOwner === true && !createOwner.isSuccess;

  useEffect(() => {
    if (isOwned) router.replace('/sign-in');
  }, [isOwned, router]);

  const form = useForm({
    schema: ownerInputSchema,
    initial: { name: '', email: '', password: '' },
    onSubmit: async (owner) => {
      await createOwner.mutateAsync(owner);
      queryClient.removeQueries();
      router.replace(START_PATH);
    },
  });

  return (
    <AuthCard
      title="Create the owner account"
      lead="Welcome to Parley. This account owns the installation; it stays on this server and is known to nobody else."
    >
      <FormFailure what="Parley can’t be reached" failure={setup.error} />
      <form ref={form.formRef} noValidate onSubmit={(event) => void form.submit(event)} className="flex flex-col gap-3">
        <Field label="Your name" isRequired error={form.errorAt('name')}>
          <Input name="name" autoComplete="name" autoFocus value={form.values.name} onChange={(event) => form.set({ name: event.target.value })} />
        </Field>
        <Field label="Email" isRequired error={form.errorAt('email')} hint="You sign in with it. Parley sends no mail.">
          <Input
            type="email"
            name="email"
            autoComplete="username"
            value={form.values.email}
            onChange={(event) => form.set({ email: event.target.value })}
          />
        </Field>
        <Field
          label="Password"
          isRequired
          error={form.errorAt('password')}
          hint={form.errorAt('password') ? null : <PasswordStrength password={form.values.password} email={form.values.email} />}
        >
          <SecretInput
            noun="password"
            name="password"
            autoComplete="new-password"
            value={form.values.password}
            onChange={(event) => form.set({ password: event.target.value })}
          />
        </Field>
        <FormFailure what="The account was not created" failure={form.failure} />
        <Button type="submit" variant="primary" isBusy={form.isBusy} className="mt-1">
          Create account
        </Button>
      </form>
    </AuthCard>
  );
}
