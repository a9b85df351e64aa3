import { readCurlForm, buildPart, toFileNote } from './curl-form.rules';
import { encodeAroundVariables } from './curl-pairs.rules';
import type { CurlCommand, CurlOption } from './curl-options.rules';
import type { MultipartRow } from './integration.schema';

/** What a cURL command asks for, collected before anything is decided. */
export interface CurlDraft {
  urls: string[];
  method: string | null;
  headers: { name: string; value: string }[];
  /** Lower-case names of headers that the command takes away. */
  removedHeaders: string[];
  /** Null without any `--data…`; the pieces are joined by `&`, as cURL does. */
  data: string | null;
  isJson: boolean;
  parts: MultipartRow[];
  queryPieces: string[];
  isGet: boolean;
  isHead: boolean;
  isUpload: boolean;
  user: string | null;
  isBasic: boolean;
  bearer: string | null;
  userAgent: string | null;
  referer: string | null;
  cookies: string[];
  followRedirects: boolean;
  redirectCountMax: number | null;
  timeoutS: number | null;
  retryCount: number | null;
  notes: string[];
}

/** Collects the options of a command; those that change nothing here are ignored, those that can't be kept are noted. */
export function collectCurlDraft(command: CurlCommand): CurlDraft {
  const draft: CurlDraft = {
    urls: [...command.urls], method: null, headers: [], removedHeaders: [], data: null, isJson: false, parts: [], queryPieces: [],
    isGet: false, isHead: false, isUpload: false, user: null, isBasic: true, bearer: null, userAgent: null, referer: null,
    cookies: [], followRedirects: false, redirectCountMax: null, timeoutS: null, retryCount: null, notes: [],
  };
  for (const option of command.options) collect(draft, option);
  for (const name of command.unknown) draft.notes.push(`“${name}” is not an option of cURL and was left out.`);
  if (command.hasNext) draft.notes.push('Only the first request was imported; what follows --next was left out.');
  return draft;
}

type Collector = (draft: CurlDraft, value: string, name: string) => void;

const addData: Collector = (draft, value) => addPiece(draft, value.startsWith('@') ? noteFile(draft, value.slice(1)) : value);
const follow: Collector = (draft) => void (draft.followRedirects = true);
const refuseScheme: Collector = (draft, _, name) => {
  draft.isBasic = false;
  draft.notes.push(`Signing in by “--${name}” is not possible here: add a credential of another kind.`);
};
const noteCertificate: Collector = (draft, _, name) =>
  void draft.notes.push(`“--${name}” was left out: client certificates and certificate lists of your own are not possible here.`);

const COLLECTOR_BY_NAME: Record<string, Collector> = {
  request: (draft, value) => void (draft.method = value.toUpperCase()),
  url: (draft, value) => void draft.urls.push(value),
  'url-query': (draft, value) =>
    void draft.queryPieces.push(value.startsWith('+') ? value.slice(1) : encodePiece(draft, value)),
  header: collectHeader,
  data: addData,
  'data-ascii': addData,
  'data-binary': addData,
  'data-raw': (draft, value) => addPiece(draft, value),
  'data-urlencode': (draft, value) => addPiece(draft, encodePiece(draft, value)),
  json: (draft, value) => {
    draft.isJson = true;
    draft.data = (draft.data ?? '') + (value.startsWith('@') ? noteFile(draft, value.slice(1)) : value);
  },
  form: (draft, value) => {
    const { row, notes } = readCurlForm(value);
    if (row) draft.parts.push(row);
    draft.notes.push(...notes);
  },
  'form-string': (draft, value) => {
    const [name = '', ...rest] = value.split('=');
    draft.parts.push(buildPart(name, rest.join('=')));
  },
  get: (draft) => void (draft.isGet = true),
  head: (draft) => void (draft.isHead = true),
  'upload-file': (draft, value) => {
    draft.isUpload = true;
    noteFile(draft, value);
  },
  user: (draft, value) => void (draft.user = value),
  basic: (draft) => void (draft.isBasic = true),
  digest: refuseScheme,
  ntlm: refuseScheme,
  'ntlm-wb': refuseScheme,
  negotiate: refuseScheme,
  'aws-sigv4': refuseScheme,
  'oauth2-bearer': (draft, value) => void (draft.bearer = value),
  'user-agent': (draft, value) => void (draft.userAgent = value),
  referer: (draft, value) => void (draft.referer = value.replace(/;auto$/, '')),
  cookie: (draft, value) => {
    if (value.includes('=')) draft.cookies.push(value);
    else draft.notes.push(toFileNote(value, 'the header Cookie'));
  },
  location: follow,
  'location-trusted': (draft, value, name) => {
    follow(draft, value, name);
    draft.notes.push('Credentials are not sent to another server after a redirect, although the command asks for it.');
  },
  'max-redirs': (draft, value) => void (draft.redirectCountMax = Number(value)),
  'max-time': (draft, value) => void (draft.timeoutS = Number(value)),
  retry: (draft, value) => void (draft.retryCount = Number(value)),
  range: (draft, value) => void draft.headers.push({ name: 'Range', value: `bytes=${value}` }),
  insecure: (draft) =>
    void draft.notes.push('“--insecure” was left out: certificates are always checked here. Use a certificate that the server’s system trusts.'),
  cacert: noteCertificate,
  capath: noteCertificate,
  cert: noteCertificate,
  key: noteCertificate,
};

/** Options that say how cURL prints, stores or connects; leaving them out changes nothing in the request. */
const IGNORED = new Set(
  `append basic compressed cert-type create-dirs crlf dump-header disable fail fail-early fail-with-body globoff http1.0 http1.1 http2
  http2-prior-knowledge http3 include ipv4 ipv6 keepalive-time key-type libcurl no-buffer no-keepalive no-progress-meter output output-dir
  parallel path-as-is progress-bar progress-meter remote-header-name remote-name remote-time show-error show-headers silent stderr
  styled-output suppress-connect-headers tcp-fastopen tcp-nodelay tlsv1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 trace trace-ascii
  trace-ids trace-time verbose write-out ssl-no-revoke raw`.split(/\s+/),
);

function collect(draft: CurlDraft, { name, value }: CurlOption): void {
  const collector = COLLECTOR_BY_NAME[name];
  if (collector) collector(draft, value, name);
  else if (!IGNORED.has(name)) draft.notes.push(`“--${name}” has no counterpart here and was left out.`);
}

/** `Name: value` adds a header, `Name;` one without value, `Name:` takes one away, `@file` reads them from a file. */
function collectHeader(draft: CurlDraft, text: string): void {
  const [, name = '', sign = '', value = ''] = /^\s*([^:;]+?)\s*([:;])([^]*)$/.exec(text) ?? [];
  if (text.startsWith('@')) draft.notes.push(toFileNote(text.slice(1), 'the request headers'));
  // A name beginning with a colon belongs to HTTP/2's framing, as some tools copy it.
  else if (name === '') draft.notes.push(...(text.startsWith(':') ? [] : [`The header “${text}” has no value and was left out.`]));
  else if (value.trim() !== '' && sign === ':') draft.headers.push({ name, value: value.trim() });
  else if (sign === ';') draft.headers.push({ name, value: '' });
  else draft.removedHeaders.push(name.toLowerCase());
}

function addPiece(draft: CurlDraft, piece: string): void {
  draft.data = draft.data === null ? piece : `${draft.data}&${piece}`;
}

/** The five forms of `--data-urlencode`: `content`, `=content`, `name=content`, `@file`, `name@file`. */
function encodePiece(draft: CurlDraft, value: string): string {
  const sign = /[=@]/.exec(value);
  if (!sign) return encodeContent(value);
  const name = value.slice(0, sign.index);
  const content = value.slice(sign.index + 1);
  const encoded = sign[0] === '@' ? noteFile(draft, content) : encodeContent(content);
  return name === '' ? encoded : `${name}=${encoded}`;
}

function encodeContent(text: string): string {
  return encodeAroundVariables(text).replaceAll('%20', '+');
}

/** Notes that a file is missing, and gives the empty text that stands for it. */
function noteFile(draft: CurlDraft, file: string): string {
  draft.notes.push(toFileNote(file, 'the post body'));
  return '';
}
