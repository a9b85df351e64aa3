'use client';

import { ForeignFields, SetVariablesFields, UniversalFields } from '@/components/studio/builder/panel/fields/code-fields';
import { AgentTransferFields, IntegrationFields } from '@/components/studio/builder/panel/fields/integration-fields';
import { FileUploadFields, WebViewFields } from '@/components/studio/builder/panel/fields/page-and-file-fields';
import {
  ButtonFields,
  CarouselFields,
  DropDownFields,
  MultipleChoiceFields,
  QuickReplyFields,
  StructuredFields,
  TextQuestionFields,
} from '@/components/studio/builder/panel/fields/question-fields';
import { FileFields, MediaFields, PrivateMessageFields, TextFields } from '@/components/studio/builder/panel/fields/statement-fields';
import type { Interaction } from '@/lib/engine/program/interaction.schema';

/** Properties of `KindFields`. */
export type KindFieldsProps = { interaction: Interaction; patch: (parts: object) => void };

/** The fields that only this kind of interaction has. */
export function KindFields({ interaction, patch }: KindFieldsProps) {
  switch (interaction.kind) {
    case 'text':
      return <TextFields interaction={interaction} patch={patch} />;
    case 'private-message':
      return <PrivateMessageFields interaction={interaction} patch={patch} />;
    case 'image':
      return <MediaFields interaction={interaction} patch={patch} />;
    case 'audio':
      return <MediaFields interaction={interaction} patch={patch} />;
    case 'video':
      return <MediaFields interaction={interaction} patch={patch} />;
    case 'file':
      return <FileFields interaction={interaction} patch={patch} />;
    case 'text-question':
      return <TextQuestionFields interaction={interaction} patch={patch} />;
    case 'multiple-choice':
      return <MultipleChoiceFields interaction={interaction} patch={patch} />;
    case 'quick-reply':
      return <QuickReplyFields interaction={interaction} patch={patch} />;
    case 'drop-down':
      return <DropDownFields interaction={interaction} patch={patch} />;
    case 'button':
      return <ButtonFields interaction={interaction} patch={patch} />;
    case 'structured':
      return <StructuredFields interaction={interaction} patch={patch} />;
    case 'carousel':
      return <CarouselFields interaction={interaction} patch={patch} />;
    case 'web-view':
      return <WebViewFields interaction={interaction} patch={patch} />;
    case 'file-upload':
      return <FileUploadFields interaction={interaction} patch={patch} />;
    case 'integration':
      return <IntegrationFields interaction={interaction} patch={patch} />;
    case 'agent-transfer':
      return <AgentTransferFields interaction={interaction} patch={patch} />;
    case 'universal':
      return <UniversalFields interaction={interaction} patch={patch} />;
    case 'set-variables':
      return <SetVariablesFields interaction={interaction} patch={patch} />;
    case 'foreign':
      return <ForeignFields interaction={interaction} />;
  }
}
