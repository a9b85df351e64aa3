'use client';

import type { Ref } from 'react';

import { CurlNoticeCallout } from '@/components/studio/designer/curl/curl-notice-callout';
import type { useCurl } from '@/components/studio/designer/curl/use-curl';
import type { DesignerPartProps } from '@/components/studio/designer/designer-parts';
import { DesignerTabs, type DesignerTabsProps } from '@/components/studio/designer/designer-tabs';
import { NameFields } from '@/components/studio/designer/name-fields';
import { RequestLine } from '@/components/studio/designer/request-line';
import type { RunButtonProps } from '@/components/studio/designer/run-button';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { FormFailure } from '@/components/ui/form-failure';

/** Properties of `DesignerForm`. */
export type DesignerFormProps = {
  ref: Ref<HTMLDivElement>;
  part: DesignerPartProps;
  curl: ReturnType<typeof useCurl>;
  onNewCredential: () => void;
  onCurlCredential: () => void;
  runButton: RunButtonProps;
  tabs: Omit<DesignerTabsProps, keyof DesignerPartProps>;
};

/** The left half of the designer: what is called, how, and what becomes of the answer. */
export function DesignerForm({ ref, part, curl, onNewCredential, onCurlCredential, runButton, tabs }: DesignerFormProps) {
  const { form } = part;
  return (
    <div ref={ref} className="@container flex min-h-0 flex-1 flex-col overflow-y-auto bg-surface">
      <div className="flex shrink-0 flex-col gap-2 p-3">
        {form.isRestored ? (
          <Callout
            tone="info"
            what="Your unsaved changes are back"
            why="They were kept in this browser tab."
            actions={
              <>
                <Button size="sm" onClick={form.dismissRestored}>
                  Keep them
                </Button>
                <Button size="sm" onClick={form.discard}>
                  Discard them
                </Button>
              </>
            }
          />
        ) : null}
        <FormFailure what="The integration was not saved" failure={form.failure} />
        <RequestLine {...part} run={runButton} onPasteCurl={curl.paste} />
        {curl.notice ? <CurlNoticeCallout notice={curl.notice} onCreateCredential={onCurlCredential} onDismiss={curl.dismissNotice} /> : null}
        <NameFields form={form} onNewCredential={onNewCredential} />
      </div>
      <DesignerTabs {...part} {...tabs} />
    </div>
  );
}
