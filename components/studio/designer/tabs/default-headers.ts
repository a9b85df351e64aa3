import type { IntegrationDraft } from '@/components/studio/designer/draft/integration-draft';
import { DEFAULT_HEADERS } from '@/lib/modules/integration/integration.schema';

/** A header that is sent without being written in the table, and what takes its place, if anything does. */
export type GivenHeader = { name: string; value: string; replacedBy: string | null };

/**
 * The default headers as this form sends them: a header of one's own replaces one of the same name, and so does the
 * content type of a form, multipart or raw body.
 */
export function listDefaultHeaders({ headers, postBody, method }: IntegrationDraft): GivenHeader[] {
  const ownNames = new Set(headers.filter((row) => row.enabled).map((row) => row.name.trim().toLowerCase()));
  const bodyType = method === 'HEAD' ? null : toBodyType(postBody);
  return DEFAULT_HEADERS.map(({ name, value }) => {
    const isTyped = name === 'Content-Type' && bodyType !== null;
    const replacedBy = ownNames.has(name.toLowerCase()) ? 'your own header below' : isTyped ? `${bodyType}, from the post body` : null;
    return { name, value, replacedBy };
  });
}

function toBodyType({ kind, rawContentType }: IntegrationDraft['postBody']): string | null {
  switch (kind) {
    case 'form':
      return 'application/x-www-form-urlencoded';
    case 'multipart':
      return 'multipart/form-data';
    case 'raw':
      return rawContentType.trim() || null;
    default:
      return null;
  }
}
