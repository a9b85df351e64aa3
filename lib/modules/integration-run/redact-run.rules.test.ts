import { describe, expect, it } from 'vitest';
import { authorizeRequest } from '@/lib/modules/credential/authorize-request';
import { toSecretForms } from '@/lib/modules/credential/secret-forms.rules';
import { MASK, redactRun } from './redact-run.rules';
import { runRecordSchema, type RunHeader, type RunRecord } from './run-record.schema';

const SECRET = 'open sesame/4711+ü"';

/** A run in which `text` stands wherever a server, a script or a designer can put it. */
function buildRun(text: string): RunRecord {
  return {
    id: 'run-1',
    integrationId: 'integration-1',
    startedAt: '2025-03-28T00:00:00.000Z',
    durationMs: 12,
    mode: 'live',
    outcome: { kind: 'script-failed', message: `no ${text}`, line: 1, column: 2 },
    variables: [{ reference: '$env.key', scope: 'environment', value: text, source: 'environment' }],
    request: { method: 'POST', url: `https://api.example.com/${text}?q=${text}`, headers: [{ name: 'X-Own', value: `a ${text} b` }], body: `{"a":"${text}"}` },
    warnings: [{ field: 'postBody.text', reason: `near ${text}` }],
    attempts: [
      {
        number: 1, startMs: 0, endMs: 9, retryReason: `because ${text}`, waitMs: null,
        hops: [{ method: 'POST', url: `https://api.example.com/${text}`, status: 200, address: null, startMs: 0, endMs: 9, timings: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: 1, downloadMs: 2 } }],
      },
    ],
    response: { status: 200, statusText: text, headers: [{ name: 'Location', value: `/${text}` }], format: 'json', charset: 'utf-8', bodyBytes: 5, bodyText: `{"echo":"${text}"}` },
    documentText: `"${text}"`,
    script: {
      durationMs: 1,
      failure: { kind: 'script-failed', message: `threw ${text}`, line: 1, column: 1 },
      console: [{ level: 'log', text: `printed ${text}`, atMs: 0 }],
      consoleDroppedCount: 0,
      variables: [{ name: `var ${text}`, value: { deep: [text, { [text]: 1 }] }, scope: 'session' }],
      transformedText: `{"x":"${text}"}`,
    },
    fields: [{ key: 'echo', path: '{$.api_bank.echo}', values: [text, [text], { [text]: text }], count: 3, problem: `not ${text}` }],
  };
}

describe('a secret', () => {
  it.each([
    ['plain', SECRET],
    ['percent-encoded', encodeURIComponent(SECRET)],
    ['percent-encoded in small letters', encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase())],
    ['form-encoded', new URLSearchParams([['', SECRET]]).toString().slice(1)],
    ['escaped in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['escaped in JSON by a server that writes ASCII only', 'open sesame/4711+\\u00fc\\"'],
    ['escaped in JSON by a server that escapes slashes', 'open sesame\\/4711+\\u00fc\\"'],
    ['escaped in XML', 'open sesame/4711+ü&quot;'],
  ])('is masked at every place of a run: %s', (_, form) => {
    const redacted = redactRun(buildRun(form), toSecretForms(SECRET));
    const text = JSON.stringify(redacted);
    expect(text).not.toContain('4711');
    expect(text.split(MASK).length - 1).toBe(24);
    expect(runRecordSchema.parse(redacted)).toEqual(redacted);
  });

  it('with characters that only some encoders touch is masked as the request’s URL carries it', () => {
    const secret = "it's(4711)*!";
    const { request, secrets } = authorizeRequest({ url: 'https://api.example.com/', headers: [] }, { kind: 'api-key', in: 'query', name: 'key', value: secret });
    for (const url of [request.url, new URL(request.url).href, 'https://api.example.com/?key=it%27s%284711%29%2A%21']) {
      expect(JSON.stringify(redactRun(buildRun(url), secrets))).not.toContain('4711');
    }
  });

  it('is masked in the user name and password of Basic, encoded or not', () => {
    const { request, secrets } = authorizeRequest({ url: 'https://a.example', headers: [] as RunHeader[] }, { kind: 'basic', userName: 'ada', password: SECRET });
    const sent = request.headers.map(({ value }) => value).join();
    const text = JSON.stringify(redactRun(buildRun(`${sent} and ${SECRET}`), secrets));
    expect(text).not.toContain(Buffer.from(`ada:${SECRET}`).toString('base64'));
    expect(text).not.toContain('4711');
  });

  it('that is part of another one leaves no rest of the longer one', () => {
    const redacted = redactRun(buildRun('abcd-efgh'), toSecretForms('abcd', 'abcd-efgh'));
    expect(JSON.stringify(redacted)).not.toContain('efgh');
  });

  it('that is a word of ours changes neither names nor kinds, so that the run can still be read', () => {
    const words = ['live', 'json', 'kind', 'status', 'headers', 'script-failed', 'environment', 'session', 'POST', 'utf-8', 'echo', 'run-1'];
    const run = buildRun('fine');
    const redacted = runRecordSchema.parse(redactRun(run, words));
    expect(redacted).toMatchObject({ id: 'run-1', mode: 'live', outcome: { kind: 'script-failed' }, response: { format: 'json', charset: 'utf-8' }, request: { method: 'POST' } });
    expect(redacted.fields[0]).toMatchObject({ key: 'echo', path: '{$.api_bank.echo}' });
    expect(redacted.response?.bodyText).toBe(`{"${MASK}":"fine"}`);
  });

  it('of fewer than four characters is left, because it would mask ordinary text', () => {
    expect(redactRun(buildRun('abc'), ['abc'])).toEqual(buildRun('abc'));
  });
});

describe('headers that carry secrets by their nature', () => {
  it.each(['Authorization', 'COOKIE', 'proxy-authorization', 'X-Api-Key', 'api-key', 'X-Auth-Token'])('are masked in the request whoever set them: %s', (name) => {
    const run = buildRun('fine');
    const headers = [{ name, value: 'typed in by hand' }, { name: 'X-Own', value: 'fine' }];
    const redacted = redactRun({ ...run, request: run.request && { ...run.request, headers } }, []);
    expect(redacted.request?.headers).toEqual([{ name, value: MASK }, { name: 'X-Own', value: 'fine' }]);
  });

  it('keep the scheme, which helps to see what was sent', () => {
    const run = buildRun('fine');
    const headers = [{ name: 'Authorization', value: 'Bearer typed in by hand' }];
    expect(redactRun({ ...run, request: run.request && { ...run.request, headers } }, []).request?.headers[0]?.value).toBe(`Bearer ${MASK}`);
  });

  it('are masked in the response: Set-Cookie', () => {
    const run = buildRun('fine');
    const redacted = redactRun({ ...run, response: run.response && { ...run.response, headers: [{ name: 'set-cookie', value: 'session=4711' }] } }, []);
    expect(redacted.response?.headers).toEqual([{ name: 'set-cookie', value: MASK }]);
  });
});

it('a run without secrets stays as it is', () => {
  expect(redactRun(buildRun('fine'), [])).toEqual(buildRun('fine'));
  expect(redactRun(buildRun('fine'), toSecretForms(SECRET))).toEqual(buildRun('fine'));
});
