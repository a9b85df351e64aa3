'use client';

import { ChoiceField } from '@/components/studio/builder/panel/fields/choice-field';
import type { FieldsProps } from '@/components/studio/builder/panel/fields/fields-props';
import { LinesField } from '@/components/studio/builder/panel/fields/lines-field';
import { NumberField } from '@/components/studio/builder/panel/fields/number-field';
import { OptionalNumberField } from '@/components/studio/builder/panel/fields/optional-number-field';
import { TemplateField } from '@/components/studio/builder/panel/fields/template-field';

const KIB = 1_024;

/** A page that the consumer opens and that posts back. */
export function WebViewFields({ interaction, patch }: FieldsProps<'web-view'>) {
  return (
    <>
      <TemplateField label="Text" field="text" multiline value={interaction.text} onChange={(text) => patch({ text })} />
      <div className="flex flex-wrap gap-3">
        <TemplateField label="Button label" field="buttonLabel" value={interaction.buttonLabel} onChange={(buttonLabel) => patch({ buttonLabel })} className="flex-1" />
        <ChoiceField label="Height" field="height" value={interaction.height} options={{ compact: 'Compact', tall: 'Tall', full: 'Full' }} onChange={(height) => patch({ height })} className="w-28" />
      </div>
      <TemplateField
        label="Page URL"
        field="url"
        isRequired
        value={interaction.url}
        onChange={(url) => patch({ url })}
        placeholder="{$webViewUrl}"
        hint="To post back, the page needs the ids: {$webViewUrl}, the page of the Web View settings, has them. Any other address gets them by itself only where the settings ask for signed links."
      />
      <OptionalNumberField
        label="Time limit in seconds"
        field="timeoutMs"
        value={interaction.timeoutMs === null ? null : Math.round(interaction.timeoutMs / 1_000)}
        min={1}
        max={86_400}
        onChange={(seconds) => patch({ timeoutMs: seconds === null ? null : seconds * 1_000 })}
        hint="Without one it waits for as long as the session lasts. Rules can take what was posted and the time-out."
      />
    </>
  );
}

/** A file from the consumer. */
export function FileUploadFields({ interaction, patch }: FieldsProps<'file-upload'>) {
  return (
    <>
      <TemplateField label="Text" field="text" multiline value={interaction.text} onChange={(text) => patch({ text })} />
      <LinesField label="Accepted file types" field="acceptedTypes" lines={interaction.acceptedTypes} onChange={(acceptedTypes) => patch({ acceptedTypes })} placeholder={'pdf\njpg'} hint="One ending a line; none: every type." />
      <NumberField label="Largest size in KB" field="bytesMax" value={Math.round(interaction.bytesMax / KIB)} min={1} max={25 * KIB} onChange={(kib) => patch({ bytesMax: kib * KIB })} />
      <TemplateField label="In-progress message" field="progressText" value={interaction.progressText} onChange={(progressText) => patch({ progressText })} />
      <TemplateField label="Success message" field="successText" value={interaction.successText} onChange={(successText) => patch({ successText })} />
      <TemplateField label="Failure message" field="failureText" value={interaction.failureText} onChange={(failureText) => patch({ failureText })} />
      <TemplateField label="Validation message" field="invalidText" value={interaction.invalidText} onChange={(invalidText) => patch({ invalidText })} hint="{list} becomes the accepted types." />
    </>
  );
}
