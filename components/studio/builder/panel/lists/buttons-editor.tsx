'use client';

import { MetadataField } from '@/components/studio/builder/panel/lists/metadata-field';
import { RowList } from '@/components/studio/builder/panel/lists/row-list';
import { TemplateCell } from '@/components/studio/builder/panel/lists/template-cell';
import { Select } from '@/components/ui/select';
import type { Button, ButtonAction } from '@/lib/engine/program/choice.schema';

/** Properties of `ButtonsEditor`. */
export type ButtonsEditorProps = {
  buttons: readonly Button[];
  onChange: (buttons: Button[]) => void;
  /** The member that holds them, for example `tiles.0.buttons`. */
  field?: string;
};

/** Buttons that answer or open a page. Source: conversation-builder reference, section 6.5. */
export function ButtonsEditor({ buttons, onChange, field = 'buttons' }: ButtonsEditorProps) {
  return (
    <RowList label="Buttons" noun="button" rows={buttons} countMax={20} onChange={onChange} build={newButton}>
      {({ label, action, metadata }, patch, index) => (
        <div className="flex flex-col gap-1">
          <div className="flex flex-wrap gap-1">
            <TemplateCell field={`${field}.${index}.label`} label={`Label of button ${index + 1}`} placeholder="Label" value={label} onChange={(next) => patch({ label: next })} />
            <Select
              aria-label={`Action type of button ${index + 1}`}
              value={action.kind}
              onChange={(event) => patch({ action: event.target.value === 'web-url' ? toWebUrl(action) : { kind: 'postback', callback: '' } })}
              className="w-30 shrink-0"
            >
              <option value="postback">Postback</option>
              <option value="web-url">Web URL</option>
            </Select>
          </div>
          <ActionFields field={`${field}.${index}.action`} number={index + 1} action={action} onChange={(next) => patch({ action: next })} />
          <MetadataField label={`Metadata of button ${index + 1}`} value={metadata} onChange={(next) => patch({ metadata: next })} />
        </div>
      )}
    </RowList>
  );
}

function toWebUrl(action: ButtonAction): ButtonAction {
  return action.kind === 'web-url' ? action : { kind: 'web-url', url: /^https?:/.test(action.callback) ? action.callback : '', target: 'new-window', height: 'full' };
}

function ActionFields({ field, number, action, onChange }: { field: string; number: number; action: ButtonAction; onChange: (action: ButtonAction) => void }) {
  if (action.kind === 'postback') {
    return <TemplateCell field={`${field}.callback`} label={`Callback of button ${number}`} placeholder="Callback; empty: the label is sent" value={action.callback} onChange={(callback) => onChange({ ...action, callback })} />;
  }
  return (
    <div className="flex flex-wrap gap-1">
      <TemplateCell field={`${field}.url`} label={`URL of button ${number}`} placeholder="https://…" value={action.url} onChange={(url) => onChange({ ...action, url })} />
      {/* The values of the options are the field's own. */}
      <Select aria-label={`Target of button ${number}`} value={action.target} onChange={(event) => onChange({ ...action, target: event.target.value as typeof action.target })} className="w-34 shrink-0">
        <option value="new-window">New Window</option>
        <option value="current-window">Current Window</option>
        <option value="web-view">Slideout</option>
      </Select>
      {action.target === 'web-view' ? (
        <Select aria-label={`Height of button ${number}`} value={action.height} onChange={(event) => onChange({ ...action, height: event.target.value as typeof action.height })} className="w-28 shrink-0">
          <option value="compact">Compact</option>
          <option value="tall">Tall</option>
          <option value="full">Full</option>
        </Select>
      ) : null}
    </div>
  );
}

function newButton(): Button {
  return { id: crypto.randomUUID(), label: '', action: { kind: 'postback', callback: '' }, metadata: [] };
}
