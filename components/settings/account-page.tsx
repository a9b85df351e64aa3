'use client';

import { PasswordForm } from '@/components/settings/password-form';
import { SettingsShell } from '@/components/settings/settings-shell';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { Section } from '@/components/ui/section';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useAccount } from '@/lib/client/use-account';

/** Who is signed in, and the change of password. */
export function AccountPage() {
  const account = useAccount();
  return (
    <SettingsShell title="Account">
      {account.isPending ? <SkeletonRows label="Loading your account" rowCount={2} /> : null}
      {account.isError && !account.data ? (
        <LoadFailure error={account.error} what="Your account" onRetry={() => void account.refetch()} back={{ label: 'Go to your bots', href: '/bots' }} />
      ) : null}
      {account.data ? (
        <>
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
            <dt className="text-muted">Name</dt>
            <dd className="min-w-0 break-words">{account.data.name}</dd>
            <dt className="text-muted">Email</dt>
            <dd className="min-w-0 break-words">{account.data.email}</dd>
            <dt className="text-muted">Workspace</dt>
            <dd className="min-w-0 break-words">{account.data.workspaceName}</dd>
          </dl>
          <Section title="Change password" lead="All other browsers that are signed in as you are signed out.">
            <PasswordForm email={account.data.email} />
          </Section>
        </>
      ) : null}
    </SettingsShell>
  );
}
