'use client';

import type { DesignerPartProps } from '@/components/studio/designer/designer-parts';
import { SecretWarnings } from '@/components/studio/designer/secret-warnings';
import { listDefaultHeaders } from '@/components/studio/designer/tabs/default-headers';
import { toRowErrors } from '@/components/studio/designer/tabs/rows-errors';
import { COMMON_HEADER_NAMES } from '@/components/studio/editors/key-value/common-header-names';
import { KeyValueEditor } from '@/components/studio/editors/key-value-editor';
import { cn } from '@/components/ui/class-names';
import { Switch } from '@/components/ui/switch';

/** Request headers: the default ones with what they send, and one's own. */
export function HeadersTab({ form, variables, secrets, onMakeCredential }: DesignerPartProps) {
  const { draft, edit } = form;
  const isOn = draft.useDefaultHeaders;
  return (
    <div className="flex flex-col gap-3 p-3">
      <div data-field="useDefaultHeaders" className="flex flex-col gap-1.5">
        <Switch
          label="Use default headers"
          checked={isOn}
          onCheckedChange={(useDefaultHeaders) => edit((now) => ({ ...now, useDefaultHeaders }))}
        />
        <dl className="flex flex-col gap-0.5 pl-10 font-mono text-xs" aria-label="Default headers">
          {listDefaultHeaders(draft).map(({ name, value, replacedBy }) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt className={cn('text-muted', (!isOn || replacedBy) && 'line-through')}>{name}:</dt>
              <dd className="flex flex-wrap gap-x-2">
                <span className={cn((!isOn || replacedBy) && 'text-muted line-through')}>{value}</span>
                <span className="font-sans text-muted">{isOn ? (replacedBy ? `replaced by ${replacedBy}` : '') : 'not sent'}</span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <div data-field="headers" className="flex flex-col gap-1">
        <h2 className="text-xs font-medium">Request Headers</h2>
        <KeyValueEditor
          rows={draft.headers}
          onChange={(headers) => edit((now) => ({ ...now, headers }))}
          label="Request Headers"
          rowNoun="header"
          variables={variables.options}
          findUnknown={variables.findUnknown}
          errorOf={toRowErrors(form, 'headers')}
          nameSuggestions={COMMON_HEADER_NAMES}
        />
        <SecretWarnings secrets={secrets} field="headers" nameOfRow={(index) => draft.headers[index]?.name} onMakeCredential={onMakeCredential} />
      </div>
    </div>
  );
}
