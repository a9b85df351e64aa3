import { parseTemplate } from '@/lib/engine/variables/parse-template';
import type { CurlDraft } from './curl-draft.rules';
import { parsePairs } from './curl-pairs.rules';
import type { PostBody } from './integration.schema';

/** A command's body, and what remains of the header Content-Type beside it. */
export interface CurlBody {
  postBody: PostBody;
  /** To be sent as a header row of its own; null where the body's kind says it already. */
  contentType: string | null;
  /** Whether the header that “use default headers” sends is as good as the command's. */
  suitsDefaultHeaders: boolean;
}

/**
 * Chooses the kind of body that sends what the command sends: JSON by its content type, or by its look where the
 * command names no type; form rows where they give the same meaning; multipart; otherwise raw text.
 */
export function buildCurlBody(draft: CurlDraft): CurlBody {
  const named = draft.headers.findLast(({ name }) => name.toLowerCase() === 'content-type')?.value ?? null;
  if (draft.parts.length > 0) {
    return { postBody: { kind: 'multipart', rows: draft.parts }, contentType: null, suitsDefaultHeaders: false };
  }
  if (draft.isUpload) return buildRaw('', named ?? '');
  if (draft.data === null || draft.isGet) {
    return { postBody: { kind: 'none' }, contentType: named, suitsDefaultHeaders: named === null };
  }
  const contentType = named ?? (draft.isJson ? 'application/json' : null);
  if (contentType === null) return guessBody(draft, draft.data);
  if (/^[^;]*[/+]json\s*(;|$)/i.test(contentType)) {
    return { postBody: { kind: 'json', text: draft.data }, contentType, suitsDefaultHeaders: false };
  }
  const rows = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType) ? parsePairs(draft.data) : null;
  if (rows === null) return buildRaw(draft.data, contentType);
  const isPlain = !contentType.includes(';');
  return { postBody: { kind: 'form', rows }, contentType: isPlain ? null : contentType, suitsDefaultHeaders: false };
}

/** cURL labels every `--data` as a form unless told otherwise; people forget that when they send JSON. */
function guessBody(draft: CurlDraft, data: string): CurlBody {
  if (draft.removedHeaders.includes('content-type')) return buildRaw(data, '');
  if (isJsonDocument(data)) {
    draft.notes.push('The body is JSON, so it is sent as application/json. cURL would have labelled it as a form.');
    return { postBody: { kind: 'json', text: data }, contentType: 'application/json', suitsDefaultHeaders: true };
  }
  const rows = parsePairs(data);
  if (rows === null) return buildRaw(data, 'application/x-www-form-urlencoded');
  return { postBody: rows.length === 0 ? { kind: 'none' } : { kind: 'form', rows }, contentType: null, suitsDefaultHeaders: false };
}

function buildRaw(text: string, contentType: string): CurlBody {
  return { postBody: { kind: 'raw', text, contentType }, contentType: null, suitsDefaultHeaders: false };
}

/** Whether text is a JSON object or array, our variables standing for values or parts of strings. */
function isJsonDocument(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  try {
    JSON.parse(parseTemplate(text).map((part) => (part.kind === 'reference' ? '0' : part.text)).join(''));
    return true;
  } catch {
    return false;
  }
}
