import { toBodyDraft, type IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import type { ImportedDefinition } from '@/lib/modules/integration/import-curl.rules';

/** The draft with what a cURL command decides; everything else stays. A command that signs in drops the credential chosen before. */
export function applyCurlImport(draft: IntegrationDraft, imported: ImportedDefinition, hasCredential: boolean): IntegrationDraft {
  const { postBody, timeoutMs, retry, ...same } = imported;
  const body = toBodyDraft(postBody);
  return {
    ...draft,
    ...same,
    postBody: { ...draft.postBody, ...pickFilled(body) },
    ...(timeoutMs === undefined ? {} : { timeoutSecondsText: String(timeoutMs / 1_000) }),
    ...(retry ? { retry: { retryCountMaxText: String(retry.retryCountMax), scope: retry.scope } } : {}),
    ...(hasCredential ? { credentialId: null } : {}),
  };
}

/** Takes an import back: what a command decides is as it was `before`, what was written since elsewhere stays. */
export function revertCurlImport(draft: IntegrationDraft, before: IntegrationDraft): IntegrationDraft {
  const { method, url, useDefaultHeaders, headers, parameters, postBody, followRedirects, timeoutSecondsText, retry, credentialId } = before;
  return { ...draft, method, url, useDefaultHeaders, headers, parameters, postBody, followRedirects, timeoutSecondsText, retry, credentialId };
}

/** The bodies of kinds that the command doesn't have stay, in case one goes back to them. */
function pickFilled(body: IntegrationDraft['postBody']): Partial<IntegrationDraft['postBody']> {
  const { kind } = body;
  switch (kind) {
    case 'none':
      return { kind };
    case 'json':
      return { kind, json: body.json };
    case 'form':
      return { kind, formRows: body.formRows };
    case 'multipart':
      return { kind, parts: body.parts };
    case 'raw':
      return { kind, raw: body.raw, rawContentType: body.rawContentType };
  }
}
