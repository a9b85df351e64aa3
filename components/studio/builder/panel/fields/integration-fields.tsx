'use client';

import { ExternalLink } from 'lucide-react';
import Link from 'next/link';

import { useCurrentBot } from '@/components/studio/bots/bot-context';
import type { FieldsProps } from '@/components/studio/builder/panel/fields/fields-props';
import { TemplateField } from '@/components/studio/builder/panel/fields/template-field';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { useDraft } from '@/components/studio/draft/draft-context';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';

/** Which integration is called, and under which names its answer is found. */
export function IntegrationFields({ interaction, patch }: FieldsProps<'integration'>) {
  const bot = useCurrentBot();
  const integrations = useDraft().surroundings?.integrations ?? [];
  const chosen = integrations.find(({ id }) => id === interaction.integrationId);
  const isGone = interaction.integrationId !== '' && !chosen;
  return (
    <>
      <PanelField
        label="Integration"
        field="integrationId"
        isRequired
        aside={
          chosen ? (
            <Link href={`/bots/${bot.id}/integrations/${chosen.id}`} className="inline-flex items-center gap-1 text-accent hover:underline">
              Open
              <ExternalLink aria-hidden className="size-3" />
            </Link>
          ) : undefined
        }
        hint={integrations.length === 0 ? 'This bot has no integration yet. Make one on the Integrations tab.' : undefined}
      >
        <Select value={interaction.integrationId} onChange={(event) => patch({ integrationId: event.target.value })}>
          <option value="">Choose an integration</option>
          {isGone ? <option value={interaction.integrationId}>a deleted integration</option> : null}
          {integrations.map(({ id, definition }) => (
            <option key={id} value={id}>
              {definition.name}
            </option>
          ))}
        </Select>
      </PanelField>
      {chosen ? <AnswerNames responseVariable={chosen.definition.responseVariable} fieldKeys={chosen.definition.customDataFields.map(({ key }) => key)} /> : null}
    </>
  );
}

function AnswerNames({ responseVariable, fieldKeys }: { responseVariable: string; fieldKeys: readonly string[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-xs text-muted">
      <dt>In texts</dt>
      <dd className="min-w-0 font-mono break-words text-ink">{fieldKeys.length === 0 ? 'no custom data field yet' : fieldKeys.map((key) => `{${responseVariable}.${key}}`).join(' ')}</dd>
      <dt>In code</dt>
      <dd className="min-w-0 font-mono break-words text-ink">
        api_{responseVariable}, api_{responseVariable}Status
      </dd>
    </dl>
  );
}

/** Handing over to a person. Source: conversation-builder reference, section 2.4. */
export function AgentTransferFields({ interaction, patch }: FieldsProps<'agent-transfer'>) {
  return (
    <>
      <TemplateField label="Message" field="message" multiline isRequired value={interaction.message} onChange={(message) => patch({ message })} hint="BLANK_MESSAGE sends nothing." />
      <div className="flex flex-wrap gap-3">
        <TemplateField label="Agent Skill ID" field="skillId" value={interaction.skillId} onChange={(skillId) => patch({ skillId })} hint="A number or a variable; empty asks anybody." className="min-w-40 flex-1" />
        <TemplateField label="Agent Id" field="agentId" value={interaction.agentId} onChange={(agentId) => patch({ agentId })} className="min-w-40 flex-1" />
      </div>
      <Switch label="Transfer Bot Context" checked={interaction.transferBotContext} onCheckedChange={(transferBotContext) => patch({ transferBotContext })} />
    </>
  );
}
