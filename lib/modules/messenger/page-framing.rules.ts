/** Headers of a page's answer, as far as they say who may show it in a frame. */
export interface FramingHeaders {
  /** Each header `Content-Security-Policy`. */
  policies: readonly string[];
  /** Each header `X-Frame-Options`. */
  frameOptions: readonly string[];
}

/**
 * Whether a browser would show a page in the messenger.
 * @param pageUrl where the page was found, after redirects
 * @param ancestors origins of the pages around it: the messenger's frame, and the site that shows the messenger where it is known. Each must be let in
 */
export function decideFraming({ policies, frameOptions }: FramingHeaders, pageUrl: URL, ancestors: readonly string[]): 'allowed' | 'refused' {
  const around = ancestors.map((origin) => new URL(origin));
  if (pageUrl.protocol === 'http:' && !isLocal(pageUrl) && around.some(({ protocol }) => protocol === 'https:')) return 'refused';
  const lists = policies.flatMap((policy) => policy.split(',')).flatMap((policy) => readFrameAncestors(policy) ?? []);
  // `frame-ancestors` takes the place of the older header. Source: Content Security Policy Level 3, section 6.4.2.3.
  if (lists.length > 0) return lists.every((sources) => around.every((ancestor) => sources.some((source) => isMatch(source, ancestor, pageUrl)))) ? 'allowed' : 'refused';
  return isRefusedByFrameOptions(frameOptions, pageUrl, around) ? 'refused' : 'allowed';
}

/** Mixed content is not loaded, but for this machine's own. Source: Mixed Content, section 4.4; Secure Contexts, section 3.1. */
function isLocal({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Sources of a policy's first such directive, in a list of one; null without it. No source at all lets nobody in. */
function readFrameAncestors(policy: string): string[][] | null {
  for (const directive of policy.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    if (name.toLowerCase() === 'frame-ancestors') return [sources.map((source) => source.toLowerCase())];
  }
  return null;
}

/** Source: HTML standard, section 7.6, "the X-Frame-Options header". */
function isRefusedByFrameOptions(frameOptions: readonly string[], pageUrl: URL, around: readonly URL[]): boolean {
  const values = new Set(frameOptions.flatMap((header) => header.split(',')).map((value) => value.trim().toLowerCase()).filter((value) => value !== ''));
  if (values.size > 1) return ['deny', 'allowall', 'sameorigin'].some((value) => values.has(value));
  if (values.has('deny')) return true;
  return values.has('sameorigin') && around.some(({ origin }) => origin !== pageUrl.origin);
}

/** Source: Content Security Policy Level 3, section 6.7.2.8, "Does url match expression in origin". */
function isMatch(source: string, ancestor: URL, page: URL): boolean {
  if (source === '*') return isScheme('http', ancestor);
  if (source === "'self'") return ancestor.origin === page.origin || (isScheme(page.protocol.slice(0, -1), ancestor) && ancestor.hostname === page.hostname && ancestor.port === '' && page.port === '');
  const scheme = /^([a-z][a-z0-9+.-]*):$/.exec(source)?.[1];
  if (scheme !== undefined) return isScheme(scheme, ancestor);
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([a-z0-9._*-]+|\[[0-9a-f:.]+\])(?::(\d+|\*))?(?:\/.*)?$/.exec(source);
  if (!parts) return false;
  const [, ownScheme, host = '', port] = parts;
  return isScheme(ownScheme ?? page.protocol.slice(0, -1), ancestor) && isHost(host, ancestor.hostname) && isPort(port, ancestor);
}

/** A source of `http` takes `https` too. */
function isScheme(scheme: string, { protocol }: URL): boolean {
  return protocol === `${scheme}:` || (scheme === 'http' && protocol === 'https:');
}

function isHost(pattern: string, host: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

function isPort(port: string | undefined, ancestor: URL): boolean {
  if (port === '*') return true;
  const own = ancestor.port || (ancestor.protocol === 'https:' ? '443' : '80');
  if (port === undefined) return ancestor.port === '';
  return port === own || (port === '80' && own === '443');
}
