'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

import { AuthCard } from '@/components/auth/auth-card';
import { SignInForm } from '@/components/auth/sign-in-form';
import { FormFailure } from '@/components/ui/form-failure';
import { toOwnPath } from '@/lib/client/own-path';
import { useSetup } from '@/lib/client/use-account';

/** Signs in and goes on to `next`, a path of this site. A fresh installation leads to its welcome page instead. */
export function SignInPage({ next }: { next: string | null }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const setup = useSetup();
  const isFresh = setup.data?.hasOwner === false;

  useEffect(() => {
    if (isFresh) router.replace('/welcome');
  }, [isFresh, router]);

  // What the last person saw must not be there for the next one.
  useEffect(() => queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'setup' }), [queryClient]);

  return (
    <AuthCard title="Sign in">
      <FormFailure what="Parley can’t be reached" failure={setup.error} />
      <SignInForm onSignedIn={() => router.replace(toOwnPath(next))} />
    </AuthCard>
  );
}
