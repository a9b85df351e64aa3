import type { ConflictRow } from '@/components/ui/conflict-dialog';
import type { IntegrationDefinition, KeyValueRow, PostBody } from '@/lib/modules/integration/integration.schema';

/** Two versions of an integration, field by field, as texts to be compared. */
export function buildConflictRows(mine: IntegrationDefinition, theirs: IntegrationDefinition, credentialName: (id: string) => string): ConflictRow[] {
  return FIELDS.map(({ label, read }) => ({ label, mine: read(mine, credentialName), theirs: read(theirs, credentialName) }));
}

type Read = (definition: IntegrationDefinition, credentialName: (id: string) => string) => string;

const FIELDS: readonly { label: string; read: Read }[] = [
  { label: 'Integration Name', read: ({ name }) => name },
  { label: 'Response Data Variable Name', read: ({ responseVariable }) => responseVariable },
  { label: 'Description', read: ({ description }) => description },
  { label: 'Method', read: ({ method }) => method },
  { label: 'URL', read: ({ url }) => url },
  { label: 'Credential', read: ({ credentialId }, credentialName) => (credentialId === null ? 'None' : credentialName(credentialId)) },
  { label: 'Use default headers', read: ({ useDefaultHeaders }) => toYesNo(useDefaultHeaders) },
  { label: 'Request Headers', read: ({ headers }) => toLines(headers) },
  { label: 'Request Parameters', read: ({ parameters }) => toLines(parameters) },
  { label: 'Post Body', read: ({ postBody }) => toBodyText(postBody) },
  { label: 'Transform Result Script', read: ({ transformScript }) => transformScript },
  { label: 'Custom Data Fields', read: ({ customDataFields }) => customDataFields.map(({ key, path }) => `${key}: ${path}`).join('\n') },
  { label: 'Timeout', read: ({ timeoutMs }) => `${timeoutMs / 1_000} s` },
  { label: 'Retries', read: ({ retry }) => `${retry.retryCountMax}, ${retry.scope === 'idempotent' ? 'what may safely be repeated' : 'every method'}` },
  { label: 'Success', read: ({ success }) => (success.kind === 'list' ? success.statuses.join(', ') : success.kind === 'any-2xx' ? 'Any 2xx' : '200 and 201') },
  { label: 'Response size limit', read: ({ responseBytesMax }) => `${Number((responseBytesMax / 1024 / 1024).toFixed(3))} MB` },
  { label: 'Follow redirects', read: ({ followRedirects }) => toYesNo(followRedirects) },
];

function toYesNo(isOn: boolean): string {
  return isOn ? 'Yes' : 'No';
}

function toLines(rows: readonly KeyValueRow[]): string {
  return rows.map(({ name, value, enabled, note }) => `${enabled ? '' : '(off) '}${name}: ${value}${note ? `  // ${note}` : ''}`).join('\n');
}

function toBodyText(body: PostBody): string {
  switch (body.kind) {
    case 'none':
      return 'None';
    case 'json':
      return `JSON\n${body.text}`;
    case 'raw':
      return `Raw, ${body.contentType}\n${body.text}`;
    case 'form':
      return `Form\n${toLines(body.rows)}`;
    case 'multipart':
      return `Multipart\n${body.rows.map((row) => `${toLines([row])}${row.fileName ? ` (file ${row.fileName})` : ''}${row.contentType ? ` (${row.contentType})` : ''}`).join('\n')}`;
  }
}
