/** A request ready to be sent, in the words of HTTP; secrets have to be placeholders already. */
export interface CurlRequest {
  method: string;
  /** Absolute and encoded. */
  url: string;
  headers: { name: string; value: string }[];
  /** Null where nothing is sent. Ignored when there are form parts. */
  body: string | null;
  /** The parts of a multipart body, in order; its boundary is cURL's own. */
  formParts?: { name: string; value: string; fileName: string; contentType: string }[];
  followRedirects: boolean;
  timeoutMs?: number;
}

/**
 * Writes a request as a cURL command for a POSIX shell, one option per line, that sends the same. Headers that cURL would
 * add by itself are taken away where the request lacks them. A multipart name can't hold `=`, as cURL ends it there.
 */
export function exportCurl(request: CurlRequest): string {
  const { method, url, followRedirects, timeoutMs } = request;
  const body = request.formParts === undefined ? request.body : null;
  const impliedMethod = body !== null || request.formParts ? 'POST' : 'GET';
  const options = [
    ...(method === 'HEAD' && impliedMethod === 'GET' ? ['--head'] : method === impliedMethod ? [] : [`--request ${quote(method)}`]),
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(followRedirects ? ['--location', '--max-redirs 5'] : []),
    ...(timeoutMs === undefined ? [] : [`--max-time ${timeoutMs / 1_000}`]),
    ...buildHeaderOptions(request, body),
    ...(body === null ? [] : [`--data-raw ${quote(body)}`]),
    ...(request.formParts ?? []).map(buildPartOption),
  ];
  return [`curl ${quote(url)}`, ...options].join(' \\\n  ');
}

function buildHeaderOptions({ headers, formParts }: CurlRequest, body: string | null): string[] {
  const has = (wanted: string) => headers.some(({ name }) => name.toLowerCase() === wanted);
  const options = headers.flatMap(({ name, value }) => {
    const lowerName = name.toLowerCase();
    // cURL measures the body and chooses the boundary itself, and must be told to unpack what it asks to be packed.
    if (lowerName === 'content-length' || (formParts && lowerName === 'content-type')) return [];
    if (lowerName === 'accept-encoding') return ['--compressed'];
    return [`--header ${quote(value.trim() === '' ? `${name};` : `${name}: ${value}`)}`];
  });
  if (!has('accept')) options.push(`--header ${quote('Accept:')}`);
  if (body !== null && !has('content-type')) options.push(`--header ${quote('Content-Type:')}`);
  return options;
}

function buildPartOption({ name, value, fileName, contentType }: NonNullable<CurlRequest['formParts']>[number]): string {
  if (fileName === '' && contentType === '') return `--form-string ${quote(`${name}=${value}`)}`;
  const type = contentType === '' ? '' : `;type=${contentType}`;
  const file = fileName === '' ? '' : `;filename=${quoteInForm(fileName)}`;
  return `--form ${quote(`${name}=${quoteInForm(value)}${type}${file}`)}`;
}

function quoteInForm(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** Single quotes keep everything but a single quote as it is. Source: POSIX.1-2024, Shell Command Language, section 2.2.2. */
function quote(text: string): string {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
