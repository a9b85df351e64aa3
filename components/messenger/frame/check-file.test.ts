import { describe, expect, it } from 'vitest';
import { words } from '@/components/messenger/words/en';
import { MessengerProblem } from '@/lib/client/messenger/messenger-problem';
import { checkFile, explainRefusal, findAskedTypes } from './check-file';

const locale = { language: 'en', direction: 'ltr', words } as const;

describe('checkFile', () => {
  it.each([
    ['takes any type where none is named', { name: 'a.exe', size: 1 }, { fileTypes: [], fileMegabytesMax: 10 }, null],
    ['takes a type whatever its case', { name: 'A.PDF', size: 1 }, { fileTypes: ['pdf'], fileMegabytesMax: 10 }, null],
    ['names the types that are taken', { name: 'a.exe', size: 1 }, { fileTypes: ['pdf', 'png'], fileMegabytesMax: 10 }, '“a.exe” can’t be sent here. Choose PDF, PNG.'],
    ['does not take a file without an extension for one', { name: 'pdf', size: 1 }, { fileTypes: ['pdf'], fileMegabytesMax: 10 }, '“pdf” can’t be sent here. Choose PDF.'],
    ['takes the same type under its other name', { name: 'a.jpeg', size: 1 }, { fileTypes: ['jpg'], fileMegabytesMax: 10 }, null],
    ['takes the largest size', { name: 'a', size: 1_048_576 }, { fileTypes: [], fileMegabytesMax: 1 }, null],
    ['says how large a file may be', { name: 'a', size: 2_097_152 }, { fileTypes: [], fileMegabytesMax: 1 }, '“a” has 2 MB; at most 1 MB can be sent. Choose a smaller file.'],
  ])('%s', (_, file, settings, expected) => {
    expect(checkFile(file, settings, locale)).toBe(expected);
  });
});

it('what the server refuses for its type is told with the types that it takes; other failures are not the file’s fault', () => {
  const refused = Object.assign(new MessengerProblem(400, 'messenger/file-type-refused', 'English'), { acceptedTypes: ['pdf', 'png'] });
  expect(explainRefusal(refused, { name: 'a.exe' }, locale)).toBe('“a.exe” can’t be sent here. Choose PDF, PNG.');
  expect(explainRefusal(new MessengerProblem(0, 'client/unreachable', ''), { name: 'a.exe' }, locale)).toBeNull();
});

describe('findAskedTypes', () => {
  const question = { actor: { kind: 'bot' }, parts: [{ kind: 'file-request' as const, acceptedTypes: ['PNG', '.jpg'], bytesMax: 1 }] };
  it('gives what the bot asks for until it was answered', () => {
    expect(findAskedTypes([question])).toEqual(['png', 'jpg']);
    expect(findAskedTypes([question, { actor: { kind: 'consumer' }, parts: [] }])).toBeNull();
  });
});
