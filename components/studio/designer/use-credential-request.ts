'use client';

import { useState } from 'react';

import type { CredentialDialogProps } from '@/components/studio/credentials/credential-dialog';
import type { CredentialPrefill } from '@/components/studio/credentials/credential-values';
import { removeSecret } from '@/components/studio/designer/curl/literal-secrets';
import type { useCurl } from '@/components/studio/designer/curl/use-curl';
import type { DesignerForm } from '@/components/studio/designer/draft/use-designer-form';
import type { LiteralSecret } from '@/lib/modules/integration/literal-secret.rules';

/** Why the dialog that makes a credential is open: from scratch, for a secret in the form, or for one of a cURL command. */
type CredentialRequest = { initial: CredentialPrefill; secret: LiteralSecret | null; isOfCurl: boolean };

/** Making a credential in place: what it is made of, and how the form changes once it is there. */
export function useCredentialRequest(form: DesignerForm, curl: ReturnType<typeof useCurl>) {
  const [request, setRequest] = useState<CredentialRequest | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const name = form.draft.name.trim();

  function ask(next: CredentialRequest) {
    setRequest(next);
    setIsOpen(true);
  }

  const dialog: CredentialDialogProps = {
    open: isOpen,
    onOpenChange: setIsOpen,
    initial: request?.initial ?? {},
    onCreated(credential) {
      const secret = request?.secret;
      form.edit((now) => ({ ...(secret ? removeSecret(now, secret) : now), credentialId: credential.id }));
      if (request?.isOfCurl) curl.dismissNotice();
    },
  };

  return {
    dialog,
    /** An empty one. */
    open: () => ask({ initial: {}, secret: null, isOfCurl: false }),
    makeOfSecret(secret: LiteralSecret) {
      const settings = secret.suggestedCredential;
      ask({ initial: { name, ...(settings ? { settings } : {}) }, secret, isOfCurl: false });
    },
    makeOfCurl() {
      const settings = curl.notice?.credential;
      ask({ initial: { name, ...(settings ? { settings } : {}) }, secret: null, isOfCurl: true });
    },
  };
}
