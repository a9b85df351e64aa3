'use client';

import { useWorkspaceForm } from '@/components/settings/use-workspace-form';
import { WorkspaceFormPage } from '@/components/settings/workspace-form-page';
import { WorkspaceGate } from '@/components/settings/workspace-gate';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Section } from '@/components/ui/section';
import { Textarea } from '@/components/ui/textarea';
import type { WorkspaceSettings } from '@/lib/modules/workspace/workspace.contract';

/** Which private addresses integrations may reach. */
export function OutboundPage() {
  return <WorkspaceGate title="Outbound access">{(settings) => <OutboundForm settings={settings} />}</WorkspaceGate>;
}

function OutboundForm({ settings }: { settings: WorkspaceSettings }) {
  const form = useWorkspaceForm(settings);
  const problems = form.issues.filter((issue) => issue.path[0] === 'outboundAllow').map((issue) => issue.message);
  return (
    <WorkspaceFormPage title="Outbound access" form={form} after={<EnvironmentRules text={settings.outboundAllowFromEnvironment} />}>
      <Callout
        tone="info"
        what="Integrations reach public addresses only"
        why="Parley calls APIs from inside your network. So that nobody can use it to look around there, it refuses private, loopback, link-local and other reserved addresses, checks them again at every redirect, and checks what a name resolves to at the moment of connecting."
        todo="List below what integrations may reach all the same."
      />
      <Field
        label="Allowed destinations"
        error={problems.length === 0 ? null : problems.length === 1 ? problems[0] : `${problems.length} rules can’t be used. They are listed below.`}
        hint={
          <>
            One rule on each line: a host (<code>api.example.com</code>), all its subdomains (<code>*.example.com</code>), an address or a range (
            <code>10.0.0.0/8</code>, <code>fd00::/8</code>), each with a port if you like (<code>127.0.0.1:3000</code>). A host rule trusts
            whoever decides what that name resolves to.
          </>
        }
      >
        <Textarea isCode rows={8} value={form.values.outboundAllow} onChange={(event) => form.set({ outboundAllow: event.target.value })} />
      </Field>
      {problems.length > 1 ? (
        <ul className="list-disc pl-5 text-xs text-bad" aria-label="Rules that can’t be used">
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
    </WorkspaceFormPage>
  );
}

function EnvironmentRules({ text }: { text: string }) {
  const rules = text.split(/[\n,]/).map((rule) => rule.trim()).filter(Boolean);
  return (
    <Section
      title="Set by the server"
      lead={
        <>
          Rules of the environment variable <code>OUTBOUND_ALLOW</code> hold as well. They are changed where Parley is started.
        </>
      }
    >
      {rules.length === 0 ? (
        <p className="text-muted">None.</p>
      ) : (
        <ul className="rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs leading-5">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
