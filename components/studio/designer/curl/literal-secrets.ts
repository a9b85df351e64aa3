import { toDefinitionInput, type IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import type { IntegrationDefinition, PostBody } from '@/lib/modules/integration/integration.schema';
import { findLiteralSecrets, type LiteralSecret } from '@/lib/modules/integration/literal-secret.rules';

/** Takes a secret that a credential will send out of the draft: its whole header, parameter or pair in the address. */
export function removeSecret(draft: IntegrationDraft, secret: LiteralSecret): IntegrationDraft {
  const [field, index] = secret.path;
  if (field === 'url') return { ...draft, url: withoutSecret(draft.url, secret) };
  if ((field === 'headers' || field === 'parameters') && typeof index === 'number') {
    return { ...draft, [field]: draft[field].filter((_, at) => at !== index) };
  }
  return draft;
}

/** The definition with `YOUR_…` in the place of every literal secret, to be shown or handed on. */
export function maskSecrets(definition: IntegrationDefinition): IntegrationDefinition {
  // From the end, so that the places of earlier secrets stay true.
  return findLiteralSecrets(definition).reduceRight(maskSecret, definition);
}

/** The literal secrets of a draft, as far as it goes. */
export function findDraftSecrets(draft: IntegrationDraft): LiteralSecret[] {
  return findLiteralSecrets(toDefinitionInput(draft));
}

function withoutSecret(url: string, { kind, span }: LiteralSecret): string {
  const before = url.slice(0, span.start);
  const after = url.slice(span.end);
  if (kind === 'basic') return before + after.replace(/^@/, '');
  // `?key=secret&rest` becomes `?rest`; the last pair takes its sign with it.
  const start = before.replace(/[^?&]*$/, '');
  return after.startsWith('&') ? start + after.slice(1) : start.replace(/[?&]$/, '') + after;
}

function maskSecret(definition: IntegrationDefinition, { path, span, kind }: LiteralSecret): IntegrationDefinition {
  const mask = (text: string) => `${text.slice(0, span.start)}YOUR_${kind.toUpperCase().replace('-', '_')}${text.slice(span.end)}`;
  const [field, index] = path;
  if (field === 'url') return { ...definition, url: mask(definition.url) };
  if (field === 'headers' || field === 'parameters') {
    return { ...definition, [field]: definition[field].map((row, at) => (at === index ? { ...row, value: mask(row.value) } : row)) };
  }
  return { ...definition, postBody: maskBody(definition.postBody, path[2], mask) };
}

function maskBody(body: PostBody, rowIndex: string | number | undefined, mask: (text: string) => string): PostBody {
  switch (body.kind) {
    case 'none':
      return body;
    case 'json':
    case 'raw':
      return { ...body, text: mask(body.text) };
    case 'form':
      return { ...body, rows: body.rows.map((row, at) => (at === rowIndex ? { ...row, value: mask(row.value) } : row)) };
    case 'multipart':
      return { ...body, rows: body.rows.map((row, at) => (at === rowIndex ? { ...row, value: mask(row.value) } : row)) };
  }
}
