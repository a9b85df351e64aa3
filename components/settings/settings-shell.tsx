'use client';

import type { ReactNode } from 'react';

import { Page } from '@/components/studio/frame/page';
import { LinkTabs } from '@/components/ui/link-tabs';

/** Properties of `SettingsShell`. */
export type SettingsShellProps = { title: string; status?: ReactNode; actions?: ReactNode; children: ReactNode };

/** One page of the settings with the way to the others. */
export function SettingsShell({ title, status, actions, children }: SettingsShellProps) {
  return (
    <Page
      title="Settings"
      part={title}
      status={status}
      actions={actions}
      nav={
        <LinkTabs
          label="Settings"
          tabs={[
            { label: 'Workspace', href: '/settings' },
            { label: 'Outbound access', href: '/settings/outbound' },
            { label: 'Account', href: '/settings/account' },
            { label: 'Appearance', href: '/settings/appearance' },
          ]}
        />
      }
    >
      <div className="flex max-w-160 flex-col gap-8 p-4 md:p-6">{children}</div>
    </Page>
  );
}
