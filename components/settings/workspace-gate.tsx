'use client';

import type { ReactNode } from 'react';

import { SettingsShell } from '@/components/settings/settings-shell';
import { LoadFailure } from '@/components/studio/frame/load-failure';
import { SkeletonRows } from '@/components/ui/skeleton';
import { useWorkspaceSettings } from '@/lib/client/use-workspace';
import type { WorkspaceSettings } from '@/lib/modules/workspace/workspace.contract';

/** Loads the workspace's settings for a page that edits them. */
export function WorkspaceGate({ title, children }: { title: string; children: (settings: WorkspaceSettings) => ReactNode }) {
  const settings = useWorkspaceSettings();
  if (settings.data) return children(settings.data);
  return (
    <SettingsShell title={title}>
      {settings.isError ? (
        <LoadFailure
          error={settings.error}
          what="The settings"
          onRetry={() => void settings.refetch()}
          back={{ label: 'Go to your bots', href: '/bots' }}
        />
      ) : (
        <SkeletonRows label="Loading the settings" rowCount={3} />
      )}
    </SettingsShell>
  );
}
