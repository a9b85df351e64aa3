'use client';

import Link from 'next/link';

import { useWorkspaceForm } from '@/components/settings/use-workspace-form';
import { WorkspaceFormPage } from '@/components/settings/workspace-form-page';
import { WorkspaceGate } from '@/components/settings/workspace-gate';
import { buttonStyle } from '@/components/ui/button-style';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import type { WorkspaceSettings } from '@/lib/modules/workspace/workspace.contract';

/** The workspace itself. */
export function WorkspacePage() {
  return <WorkspaceGate title="Workspace">{(settings) => <WorkspaceForm settings={settings} />}</WorkspaceGate>;
}

function WorkspaceForm({ settings }: { settings: WorkspaceSettings }) {
  const form = useWorkspaceForm(settings);
  return (
    <WorkspaceFormPage
      title="Workspace"
      form={form}
      after={
        <Section title="API" lead="Everything these pages do, other programs can do too.">
          <div>
            <Link href="/docs/api" className={buttonStyle()}>
              Open the API reference
            </Link>
          </div>
        </Section>
      }
    >
      <Field label="Workspace name" isRequired error={form.errorAt('name')} hint="Your organisation or team.">
        <Input autoComplete="organization" value={form.values.name} onChange={(event) => form.set({ name: event.target.value })} />
      </Field>
    </WorkspaceFormPage>
  );
}
