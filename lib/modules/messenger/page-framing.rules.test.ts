import { describe, expect, it } from 'vitest';
import { decideFraming, type FramingHeaders } from './page-framing.rules';

const OURS = 'https://chat.example';
const csp = (...policies: string[]): FramingHeaders => ({ policies, frameOptions: [] });
const xfo = (...frameOptions: string[]): FramingHeaders => ({ policies: [], frameOptions });
const decide = (headers: FramingHeaders, { page = 'https://bank.example/card', around = [OURS] }: { page?: string; around?: string[] } = {}) => decideFraming(headers, new URL(page), around);

describe('a page in the messenger', () => {
  it.each<[string, FramingHeaders]>([
    ['without a word about frames', { policies: ["default-src 'self'"], frameOptions: [] }],
    ['that names our origin', csp(`frame-ancestors ${OURS}`)],
    ['that names it in capitals, among others', csp('FRAME-ANCESTORS https://a.example HTTPS://CHAT.EXAMPLE')],
    ['that names our host alone', csp('frame-ancestors chat.example')],
    ['that names it with its port', csp('frame-ancestors chat.example:443')],
    ['that names it with any port', csp('frame-ancestors chat.example:*')],
    ['that names it with http, which takes https too', csp('frame-ancestors http://chat.example')],
    ['that names our parent domain', csp('frame-ancestors https://*.example')],
    ['that names it with a path, which counts for nothing', csp('frame-ancestors https://chat.example/pages/')],
    ['that lets in every origin', csp('frame-ancestors *')],
    ['that lets in every secure one', csp('frame-ancestors https:')],
    ['whose policy takes the place of the older header', { policies: [`frame-ancestors ${OURS}`], frameOptions: ['DENY'] }],
    ['with an option that browsers no longer know', xfo('ALLOW-FROM https://other.example')],
    ['whose first directive of the name counts', csp(`frame-ancestors ${OURS}; frame-ancestors 'none'`)],
  ])('is allowed %s', (_what, headers) => {
    expect(decide(headers)).toBe('allowed');
  });

  it.each<[string, FramingHeaders]>([
    ['that denies every frame', xfo('DENY')],
    ['that is for its own origin', xfo('sameorigin')],
    ['that says so twice', xfo('SAMEORIGIN', 'SAMEORIGIN')],
    ['that contradicts itself', xfo('SAMEORIGIN, ALLOWALL')],
    ["of 'none'", csp("default-src *; frame-ancestors 'none'")],
    ['of an empty list', csp('frame-ancestors ;')],
    ["of 'self'", csp("frame-ancestors 'self'")],
    ['of another origin', csp('frame-ancestors https://other.example')],
    ['of our subdomains, which we are not', csp('frame-ancestors https://*.chat.example')],
    ['of a name that only ends like ours', csp('frame-ancestors https://hat.example')],
    ['of another port', csp('frame-ancestors https://chat.example:8443')],
    ['of another scheme', csp('frame-ancestors ws://chat.example')],
    ['of several policies, one of which does not name us', csp(`frame-ancestors ${OURS}, frame-ancestors 'none'`)],
    ['of several headers, one of which does not name us', csp(`frame-ancestors ${OURS}`, 'frame-ancestors https://other.example')],
    ['of a source that nobody understands', csp('frame-ancestors "https://chat.example"')],
  ])('is refused by a policy %s', (_what, headers) => {
    expect(decide(headers)).toBe('refused');
  });

  it('must let in the site around the messenger too', () => {
    const around = [OURS, 'https://shop.example'];
    expect(decide(csp(`frame-ancestors ${OURS}`), { around })).toBe('refused');
    expect(decide(csp(`frame-ancestors ${OURS} https://shop.example`), { around })).toBe('allowed');
    expect(decide(xfo('SAMEORIGIN'), { page: `${OURS}/form`, around })).toBe('refused');
    expect(decide(xfo('SAMEORIGIN'), { page: `${OURS}/form` })).toBe('allowed');
    expect(decide(csp("frame-ancestors 'self'"), { page: `${OURS}/form` })).toBe('allowed');
  });

  it('without encryption is not shown in an encrypted one, but for this machine’s own', () => {
    expect(decide(csp(), { page: 'http://bank.example/' })).toBe('refused');
    expect(decide(csp(), { page: 'http://127.0.0.1:3000/card' })).toBe('allowed');
    expect(decide(csp(), { page: 'http://bank.example/', around: ['http://chat.example'] })).toBe('allowed');
  });
});
