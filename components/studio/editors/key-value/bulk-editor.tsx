'use client';

import { useState } from 'react';

import { formatBulkText, parseBulkText } from '@/components/studio/editors/key-value/bulk-text';
import { TemplateInput } from '@/components/studio/editors/template-input';
import type { UnknownSpan, VariableOption } from '@/components/studio/editors/template/variable-option';
import type { KeyValueRow } from '@/lib/modules/integration/integration.schema';

/** All rows as one text. The rows follow each keystroke; the text stays as it is typed. */
export function BulkEditor<Row extends KeyValueRow>(props: {
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  blank: Row;
  label: string;
  variables: readonly VariableOption[];
  findUnknown: ((text: string) => readonly UnknownSpan[]) | undefined;
}) {
  const [text, setText] = useState(() => formatBulkText(props.rows));
  // Notes and file names come from the rows as they were when the text was opened, so that a half-typed name loses nothing.
  const [before] = useState(props.rows);
  return (
    <div className="flex flex-col gap-1 p-1">
      <TemplateInput
        multiline
        ariaLabel={`${props.label} as text`}
        placeholder="name: value"
        variables={props.variables}
        findUnknown={props.findUnknown}
        value={text}
        onChange={(next) => {
          setText(next);
          props.onChange(parseBulkText(next, before, props.blank));
        }}
      />
      <p className="text-xs text-muted">One “name: value” per line. A line behind // is kept but not sent; ⏎ stands for a line break.</p>
    </div>
  );
}
