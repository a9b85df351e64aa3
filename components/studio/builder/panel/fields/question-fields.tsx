'use client';

import { ChoiceField } from '@/components/studio/builder/panel/fields/choice-field';
import type { FieldsProps } from '@/components/studio/builder/panel/fields/fields-props';
import { OptionalNumberField } from '@/components/studio/builder/panel/fields/optional-number-field';
import { TemplateField } from '@/components/studio/builder/panel/fields/template-field';
import { ButtonsEditor } from '@/components/studio/builder/panel/lists/buttons-editor';
import { ChoicesEditor } from '@/components/studio/builder/panel/lists/choices-editor';
import { TilesEditor } from '@/components/studio/builder/panel/lists/tiles-editor';
import { PanelField } from '@/components/studio/builder/panel/panel-field';
import { Switch } from '@/components/ui/switch';

function QuestionText({ text, onChange, isRequired = true }: { text: string; onChange: (text: string) => void; isRequired?: boolean }) {
  return <TemplateField label="Question text" field="text" multiline isRequired={isRequired} value={text} onChange={onChange} hint="Type { for variables." />;
}

/** A question that anything may answer. */
export function TextQuestionFields({ interaction, patch }: FieldsProps<'text-question'>) {
  return <QuestionText text={interaction.text} onChange={(text) => patch({ text })} />;
}

/** One of several, also by letter or number. */
export function MultipleChoiceFields({ interaction, patch }: FieldsProps<'multiple-choice'>) {
  return (
    <>
      <QuestionText text={interaction.text} onChange={(text) => patch({ text })} />
      <ChoicesEditor choices={interaction.choices} fromData={interaction.choicesFromData} onChange={patch} hasImages={false} />
      <div className="flex flex-wrap gap-3">
        <ChoiceField label="Display choice as" field="display" value={interaction.display} options={{ button: 'Button', 'quick-reply': 'Quick reply' }} onChange={(display) => patch({ display })} className="w-36" />
        <ChoiceField label="List style without buttons" field="listStyle" value={interaction.listStyle} options={{ numbers: '1. 2. 3.', letters: 'a. b. c.' }} onChange={(listStyle) => patch({ listStyle })} className="w-44" />
        <OptionalNumberField label="Choices per row" field="choicesPerRow" value={interaction.choicesPerRow} min={1} max={10} onChange={(choicesPerRow) => patch({ choicesPerRow })} />
      </div>
      <Switch label="Indent the list where there are no buttons" checked={interaction.isIndented} onCheckedChange={(isIndented) => patch({ isIndented })} />
    </>
  );
}

/** Chips that go away once answered. */
export function QuickReplyFields({ interaction, patch }: FieldsProps<'quick-reply'>) {
  return (
    <>
      <QuestionText text={interaction.text} onChange={(text) => patch({ text })} />
      <ChoicesEditor choices={interaction.choices} fromData={interaction.choicesFromData} onChange={patch} hasImages />
      <OptionalNumberField label="Choices per row" field="choicesPerRow" value={interaction.choicesPerRow} min={1} max={10} onChange={(choicesPerRow) => patch({ choicesPerRow })} />
    </>
  );
}

/** One of a long list. */
export function DropDownFields({ interaction, patch }: FieldsProps<'drop-down'>) {
  return (
    <>
      <QuestionText text={interaction.text} onChange={(text) => patch({ text })} />
      <ChoicesEditor choices={interaction.choices} fromData={interaction.choicesFromData} onChange={patch} hasImages={false} />
      <TemplateField label="Placeholder" field="placeholder" value={interaction.placeholder} onChange={(placeholder) => patch({ placeholder })} hint="Shown until something is chosen." />
    </>
  );
}

/** Buttons under a text. */
export function ButtonFields({ interaction, patch }: FieldsProps<'button'>) {
  return (
    <>
      <QuestionText text={interaction.text} onChange={(text) => patch({ text })} />
      <PanelField label="Buttons" field="buttons">
        <ButtonsEditor buttons={interaction.buttons} onChange={(buttons) => patch({ buttons })} />
      </PanelField>
    </>
  );
}

/** Tiles under or beside each other. */
export function StructuredFields({ interaction, patch }: FieldsProps<'structured'>) {
  return (
    <>
      <TilesEditor tiles={interaction.tiles} onChange={(tiles) => patch({ tiles })} />
      <ChoiceField label="Tiles stand" field="layout" value={interaction.layout} options={{ vertical: 'Under each other', horizontal: 'Side by side' }} onChange={(layout) => patch({ layout })} className="w-44" />
    </>
  );
}

/** Tiles side by side under a text. */
export function CarouselFields({ interaction, patch }: FieldsProps<'carousel'>) {
  return (
    <>
      <QuestionText text={interaction.text} isRequired={false} onChange={(text) => patch({ text })} />
      <TilesEditor tiles={interaction.tiles} onChange={(tiles) => patch({ tiles })} />
    </>
  );
}
