/** An option of a cURL command by its long name, without the dashes; `value` is empty where it takes none. */
export interface CurlOption {
  name: string;
  value: string;
}

/** A cURL command, split. */
export interface CurlCommand {
  options: CurlOption[];
  urls: string[];
  /** Options that cURL doesn't know, as written. */
  unknown: string[];
  /** Whether a second request follows after `--next`; it is not part of this. */
  hasNext: boolean;
}

/**
 * Reads the words after `curl` the way cURL does: `-XPOST`, `-sSL`, `--opt value`, `--opt=value`, `--no-opt` (left out).
 * Source: curl(1), sections URL and OPTIONS.
 */
export function readCurlOptions(words: string[]): CurlCommand {
  const command: CurlCommand = { options: [], urls: [], unknown: [], hasNext: false };
  const queue = [...words];
  let areOptionsOver = false;
  for (let word = queue.shift(); word !== undefined; word = queue.shift()) {
    if (areOptionsOver || !/^-./.test(word)) command.urls.push(word);
    else if (word === '--') areOptionsOver = true;
    else if (word === '--next' || word === '-:') {
      command.hasNext = true;
      break;
    } else if (word.startsWith('--')) readLong(word.slice(2), queue, command);
    else readShort(word.slice(1), queue, command);
  }
  return command;
}

function readLong(text: string, queue: string[], command: CurlCommand): void {
  const equals = text.indexOf('=');
  const name = equals < 0 ? text : text.slice(0, equals);
  if (OPTIONS_WITH_VALUE.has(name)) {
    command.options.push({ name, value: equals < 0 ? (queue.shift() ?? '') : text.slice(equals + 1) });
  } else if (OPTIONS_WITHOUT_VALUE.has(name)) command.options.push({ name, value: '' });
  else if (!name.startsWith('no-')) command.unknown.push(`--${name}`);
}

/** One word of short options: each letter an option, up to the first one that takes the rest as its value. */
function readShort(letters: string, queue: string[], command: CurlCommand): void {
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters.charAt(at);
    const name = LONG_NAME_BY_LETTER[letter];
    if (name === undefined) command.unknown.push(`-${letter}`);
    else if (OPTIONS_WITH_VALUE.has(name)) {
      const rest = letters.slice(at + 1);
      command.options.push({ name, value: rest === '' ? (queue.shift() ?? '') : rest });
      return;
    } else command.options.push({ name, value: '' });
  }
}

const LONG_NAME_BY_LETTER: Record<string, string> = {
  '#': 'progress-bar', '0': 'http1.0', '1': 'tlsv1', '2': 'sslv2', '3': 'sslv3', '4': 'ipv4', '6': 'ipv6',
  a: 'append', A: 'user-agent', b: 'cookie', B: 'use-ascii', c: 'cookie-jar', C: 'continue-at', d: 'data', D: 'dump-header',
  e: 'referer', E: 'cert', f: 'fail', F: 'form', g: 'globoff', G: 'get', h: 'help', H: 'header', i: 'include', I: 'head',
  j: 'junk-session-cookies', J: 'remote-header-name', k: 'insecure', K: 'config', l: 'list-only', L: 'location', m: 'max-time',
  M: 'manual', n: 'netrc', N: 'no-buffer', o: 'output', O: 'remote-name', p: 'proxytunnel', P: 'ftp-port', q: 'disable',
  Q: 'quote', r: 'range', R: 'remote-time', s: 'silent', S: 'show-error', t: 'telnet-option', T: 'upload-file', u: 'user',
  U: 'proxy-user', v: 'verbose', V: 'version', w: 'write-out', x: 'proxy', X: 'request', y: 'speed-time', Y: 'speed-limit',
  z: 'time-cond', Z: 'parallel',
};

const OPTIONS_WITH_VALUE = new Set(
  `abstract-unix-socket alt-svc aws-sigv4 cacert capath cert cert-type ciphers config connect-timeout connect-to continue-at cookie
  cookie-jar create-file-mode crlfile curves data data-ascii data-binary data-raw data-urlencode delegation dns-interface
  dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header ech egd-file engine etag-compare etag-save expect100-timeout
  form form-string ftp-account ftp-alternative-to-user ftp-method ftp-port ftp-ssl-ccc-mode happy-eyeballs-timeout-ms
  haproxy-clientip header help hostpubmd5 hostpubsha256 hsts interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key
  key-type krb libcurl limit-rate local-port login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time
  netrc-file noproxy oauth2-bearer output output-dir parallel-max pass pinnedpubkey preproxy proto proto-default proto-redir
  proxy proxy-cacert proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key
  proxy-key-type proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword
  proxy-tlsuser proxy-user proxy1.0 pubkey quote random-file range rate referer request request-target resolve retry
  retry-delay retry-max-time sasl-authzid service-name socks4 socks4a socks5 socks5-gssapi-service socks5-hostname
  speed-limit speed-time stderr telnet-option tftp-blksize time-cond tls-max tls13-ciphers tlsauthtype tlspassword tlsuser
  trace trace-ascii trace-config unix-socket upload-file url url-query user user-agent variable vlan-priority write-out`.split(/\s+/),
);

const OPTIONS_WITHOUT_VALUE = new Set([
  ...Object.values(LONG_NAME_BY_LETTER).filter((name) => !OPTIONS_WITH_VALUE.has(name)),
  ...`anyauth basic ca-native cert-status compressed compressed-ssh create-dirs crlf digest disable-eprt disable-epsv
  disallow-username-in-url doh-cert-status doh-insecure fail-early fail-with-body false-start form-escape ftp-create-dirs
  ftp-pasv ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control haproxy-protocol http0.9 http1.1 http2
  http2-prior-knowledge http3 http3-only ignore-content-length location-trusted mail-rcpt-allowfails metalink negotiate
  netrc-optional no-alpn no-buffer no-clobber no-keepalive no-npn no-progress-meter no-sessionid ntlm ntlm-wb parallel-immediate
  path-as-is post301 post302 post303 progress-meter proxy-anyauth proxy-basic proxy-ca-native proxy-digest proxy-http2
  proxy-insecure proxy-negotiate proxy-ntlm proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1 raw remote-name-all
  remove-on-error retry-all-errors retry-connrefused sasl-ir show-headers socks5-basic socks5-gssapi socks5-gssapi-nec ssl
  ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd ssl-revoke-best-effort styled-output suppress-connect-headers
  tcp-fastopen tcp-nodelay tftp-no-options tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids trace-time xattr`.split(/\s+/),
]);
