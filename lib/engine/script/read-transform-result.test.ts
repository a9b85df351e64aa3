import { describe, expect, test } from 'vitest';
import { buildTransformJob } from './build-transform-job';
import { readTransformResult } from './read-transform-result';

function read(response: string, rest = '') {
  return readTransformResult(`{"response":"${response}","variables":[]}\n${rest}`, 'x');
}

describe('building a job', () => {
  test('the document goes in byte for byte, however it is spaced', () => {
    const documentText = '{ "a" : 1.0,\n"b":"\\u00e9" }';
    const job = buildTransformJob({ responseVariable: 'x', script: '', documentText, status: 200, isSuccessful: true });
    expect(job.input.slice(job.input.indexOf('\n') + 1)).toBe(`{"api_x":${documentText}}`);
  });
});

describe('reading a result', () => {
  test.each([
    ['{"api_x":{"a":1.50}}', '{"a":1.50}'],
    ['{"api_x":null}', 'null'],
    ['{ "api_x" : [1, 2] }', '[1,2]'],
    ['{"api_x":1,"other":2}', '1'],
    ['{"api_x":{"a":1},"b":{"c":2}}', '{"a":1}'],
    ['{"other":1,"api_x":"y"}', '"y"'],
  ])('%s holds the document %s', (jsonData, text) => {
    expect(read('replaced', jsonData)).toMatchObject({ kind: 'read', transformedText: text, transformedDocument: JSON.parse(text) });
  });

  test.each([
    ['replaced', '{bad', 'is not JSON'],
    ['replaced', '', 'is not JSON'],
    ['replaced', '{"a":1}', 'without the key api_x'],
    ['replaced', '[1]', 'without the key api_x'],
    ['not-an-object', '', 'not an object with jsonData'],
    ['not-text', '', 'not text'],
    ['forged', '', 'nothing that can be read'],
  ])('a response %s with “%s” is told as unusable', (response, rest, message) => {
    expect(read(response, rest)).toMatchObject({ kind: 'unusable', message: expect.stringContaining(message) });
  });

  test.each(['', 'text', '{}\n', '[]\n', '{"response":"unchanged","variables":[{"name":1}]}\n'])('forged output “%s” is told as unusable', (text) => {
    expect(readTransformResult(text, 'x')).toMatchObject({ kind: 'unusable' });
  });
});
