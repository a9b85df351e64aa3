import { memo } from 'react';

import { Bubble, ButtonStack, ChoiceChips, Note, Picture, TileStrip } from '@/components/studio/builder/run/card-parts';
import type { CardIntegrations } from '@/components/studio/builder/run/card-integrations';
import { TemplateText } from '@/components/studio/builder/run/template-text';
import type { Interaction, InteractionOf } from '@/lib/engine/program/interaction.schema';

/** Properties of `CardBody`. */
export type CardBodyProps = {
  interaction: Interaction;
  integrations: CardIntegrations;
};

/** What an interaction shows the consumer, or does. */
export const CardBody = memo(function CardBody({ interaction, integrations }: CardBodyProps) {
  switch (interaction.kind) {
    case 'text':
      return (
        <>
          <Bubble text={interaction.text} placeholder="Nothing to say yet" />
          {interaction.repeat === 'no' ? null : <Note>Repeated for each element, as {interaction.repeat === 'line-each' ? 'lines' : 'messages'}</Note>}
        </>
      );
    case 'private-message':
      return <Bubble text={interaction.text} placeholder="Nothing to tell agents yet" />;
    case 'image':
      return <Picture url={interaction.url} description={interaction.description} className="max-h-32 max-w-60 self-start" />;
    case 'audio':
    case 'video':
    case 'file':
      return (
        <Note>
          <TemplateText text={interaction.url} placeholder="No URL yet" className="font-mono text-xs" />
        </Note>
      );
    case 'text-question':
      return <Bubble text={interaction.text} placeholder="No question yet" />;
    case 'multiple-choice':
    case 'quick-reply':
    case 'drop-down':
      return (
        <>
          <Bubble text={interaction.text} placeholder="No question yet" />
          <ChoiceChips choices={interaction.choices} fromData={interaction.choicesFromData} isRound={interaction.kind === 'quick-reply' || (interaction.kind === 'multiple-choice' && interaction.display === 'quick-reply')} />
        </>
      );
    case 'button':
      return (
        <>
          <Bubble text={interaction.text} placeholder="No question yet" />
          <ButtonStack buttons={interaction.buttons} />
        </>
      );
    case 'structured':
      return <TileStrip tiles={interaction.tiles} />;
    case 'carousel':
      return (
        <>
          {interaction.text ? <Bubble text={interaction.text} placeholder="" /> : null}
          <TileStrip tiles={interaction.tiles} />
        </>
      );
    case 'web-view':
      return (
        <>
          <Bubble text={interaction.text} placeholder="No text yet" />
          <Note>
            Opens <TemplateText text={interaction.url} placeholder="no page yet" className="font-mono text-xs" />
          </Note>
        </>
      );
    case 'integration':
      return <IntegrationBody interaction={interaction} integrations={integrations} />;
    case 'file-upload':
      return (
        <>
          {interaction.text ? <Bubble text={interaction.text} placeholder="" /> : null}
          <Note>Takes {interaction.acceptedTypes.length > 0 ? interaction.acceptedTypes.join(', ') : 'any type of file'}</Note>
        </>
      );
    case 'agent-transfer':
      return <Bubble text={interaction.message} placeholder="No message" />;
    case 'set-variables':
      return (
        <ul className="flex min-w-0 flex-col gap-0.5">
          {interaction.assignments.length === 0 ? <Note>No variables yet</Note> : null}
          {interaction.assignments.map(({ name, value }, index) => (
            <li key={index} className="min-w-0 truncate">
              <code className="text-xs">{name || '…'}</code> = <TemplateText text={value} placeholder="empty" />
            </li>
          ))}
        </ul>
      );
    case 'universal':
      return <pre className="line-clamp-4 font-mono text-xs break-all whitespace-pre-wrap text-muted">{interaction.json || 'No JSON yet'}</pre>;
    case 'foreign':
      return <Note>{interaction.foreignType || 'An imported interaction'}: kept as it was, skipped here</Note>;
  }
});

function IntegrationBody({ interaction, integrations }: { interaction: InteractionOf<'integration'>; integrations: CardIntegrations }) {
  const { integrationId } = interaction;
  if (integrationId === '') return <Note>No integration chosen yet</Note>;
  if (!integrations) return <Note>Calls an integration</Note>;
  const name = integrations.get(integrationId)?.name;
  return name === undefined ? <Note>Calls an integration that was deleted</Note> : <Note>Calls {name}</Note>;
}
