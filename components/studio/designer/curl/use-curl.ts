'use client';

import { useState } from 'react';

import { applyCurlImport, revertCurlImport } from '@/components/studio/designer/curl/apply-curl-import';
import { buildCurl } from '@/components/studio/designer/curl/build-curl';
import { readPastedCurl, type CurlNotice } from '@/components/studio/designer/curl/curl-notice';
import type { DesignerForm } from '@/components/studio/designer/draft/use-designer-form';
import type { DesignerVariables } from '@/components/studio/designer/variables/use-variables';
import { useMarkFirstStep } from '@/components/studio/first-steps/use-first-steps';
import { notify } from '@/components/ui/toaster';
import { useCredentials } from '@/lib/client/use-credentials';
import type { CurlImport } from '@/lib/modules/integration/import-curl.rules';

/** cURL commands into the form, by pasting or from the dialog, and out of it. */
export function useCurl(form: DesignerForm, variables: DesignerVariables) {
  const [notice, setNotice] = useState<CurlNotice | null>(null);
  const credentials = useCredentials().data;
  const markFirstStep = useMarkFirstStep();

  function take(imported: Extract<CurlImport, { kind: 'imported' }>) {
    const before = form.draft;
    const noticeBefore = notice;
    form.edit((now) => applyCurlImport(now, imported.definition, imported.credential !== null));
    setNotice(imported.credential || imported.notes.length > 0 ? { notes: imported.notes, credential: imported.credential } : null);
    markFirstStep('paste-curl');
    notify.undo('Filled the form from the cURL command', () => {
      form.edit((now) => revertCurlImport(now, before));
      setNotice(noticeBefore);
    });
  }

  /** @returns whether the text was a command and the form took it */
  function paste(text: string): boolean {
    const result = readPastedCurl(text);
    if (result?.kind === 'imported') take(result);
    if (result?.kind === 'not-curl') notify.error('The cURL command was not imported', result.reason);
    return result?.kind === 'imported';
  }

  async function copy() {
    if (form.runnable.kind === 'invalid') return form.showIssues(form.runnable.issues);
    const { definition } = form.runnable;
    const credential = credentials?.find(({ id }) => id === definition.credentialId)?.settings ?? null;
    const built = buildCurl({ definition, testValues: form.testValues, environment: variables.environment?.variables ?? [], credential });
    if (built.kind === 'failed') return notify.error('There is no request to copy', built.reason);
    try {
      await navigator.clipboard.writeText(built.command);
      notify.success('Copied as cURL', 'With the test values; YOUR_… stands for secrets.');
    } catch {
      notify.error('Nothing was copied', 'The browser refused access to the clipboard. Open Parley over https or on localhost.');
    }
  }

  return { notice, dismissNotice: () => setNotice(null), take, paste, copy };
}
