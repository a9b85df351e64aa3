'use client';

import { ChoiceField } from '@/components/studio/builder/panel/fields/choice-field';
import type { FieldsProps } from '@/components/studio/builder/panel/fields/fields-props';
import { NumberField } from '@/components/studio/builder/panel/fields/number-field';
import { TemplateField } from '@/components/studio/builder/panel/fields/template-field';

/** A text, also one that repeats itself for each element of data. */
export function TextFields({ interaction, patch }: FieldsProps<'text'>) {
  return (
    <>
      <TemplateField label="Text" field="text" multiline value={interaction.text} onChange={(text) => patch({ text })} hint="Type { for variables. Bold, lists and links as light HTML." />
      <div className="flex flex-wrap gap-3">
        <ChoiceField
          label="Repeat for each element of data"
          field="repeat"
          value={interaction.repeat}
          options={{ no: 'No', 'line-each': 'One line each', 'message-each': 'One message each' }}
          onChange={(repeat) => patch({ repeat })}
          className="w-52"
        />
        {interaction.repeat === 'no' ? null : (
          <NumberField label="At most" field="repeatCountMax" value={interaction.repeatCountMax} min={1} max={50} onChange={(repeatCountMax) => patch({ repeatCountMax })} />
        )}
      </div>
    </>
  );
}

/** A note to agents. */
export function PrivateMessageFields({ interaction, patch }: FieldsProps<'private-message'>) {
  return <TemplateField label="Text for agents" field="text" multiline value={interaction.text} onChange={(text) => patch({ text })} hint="Consumers don’t see it." />;
}

/** A picture, sound or film by its address. */
export function MediaFields({ interaction, patch }: FieldsProps<'image'> | FieldsProps<'audio'> | FieldsProps<'video'>) {
  return (
    <>
      <TemplateField label="URL" field="url" isRequired value={interaction.url} onChange={(url) => patch({ url })} placeholder="https://…" />
      <TemplateField label="Description" field="description" value={interaction.description} onChange={(description) => patch({ description })} hint="Read aloud by screen readers, and shown where it can’t be played." />
    </>
  );
}

/** A file to download. */
export function FileFields({ interaction, patch }: FieldsProps<'file'>) {
  return (
    <>
      <TemplateField label="URL" field="url" isRequired value={interaction.url} onChange={(url) => patch({ url })} placeholder="https://…" />
      <TemplateField label="File name" field="fileName" value={interaction.fileName} onChange={(fileName) => patch({ fileName })} hint="Empty: the last part of the URL." />
    </>
  );
}
