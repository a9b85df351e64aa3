import { describe, expect, it } from 'vitest';
import { parseBulkLines } from '@/lib/modules/environment/bulk-lines.rules';
import { environmentInputSchema, environmentUpdateSchema } from '@/lib/modules/environment/environment.schema';
import { mergeVariables } from '@/lib/modules/environment/merge-variables.rules';

describe('key=value lines', () => {
  it.each<[string, string, { key: string; value: string }[]]>([
    ['one a line', 'a=1\nb=2', [{ key: 'a', value: '1' }, { key: 'b', value: '2' }]],
    ['line ends of every system and a byte order mark', '\uFEFFa=1\r\nb=2\rc=3\n', [{ key: 'a', value: '1' }, { key: 'b', value: '2' }, { key: 'c', value: '3' }]],
    ['blanks around key and value', '  a \t=  one two  ', [{ key: 'a', value: 'one two' }]],
    ['“=”, “#” and quotes in the value', 'a=b=c # "d"', [{ key: 'a', value: 'b=c # "d"' }]],
    ['an empty value', 'a=', [{ key: 'a', value: '' }]],
    ['comments and blank lines', '# a=1\n\n   \n #b\nc=3', [{ key: 'c', value: '3' }]],
    ['the platform’s own keys', 'system_processWebviewIntermediateMessage=true', [{ key: 'system_processWebviewIntermediateMessage', value: 'true' }]],
    ['a key like a built-in name', 'constructor=1', [{ key: 'constructor', value: '1' }]],
    ['nothing', '', []],
  ])('%s', (_what, text, variables) => {
    expect(parseBulkLines(text)).toEqual({ variables, problems: [], duplicates: [] });
  });

  it('bad lines are named by number and do not spoil the good ones', () => {
    const { variables, problems } = parseBulkLines('a=1\n\nno sign\nmy_key=2\n=3\nsystem_=4\nb=5');
    expect(variables.map((variable) => variable.key)).toEqual(['a', 'b']);
    expect(problems).toEqual([
      { lineNumber: 3, message: 'Write key=value: there is no “=” in this line.' },
      { lineNumber: 4, message: '“my_key” is no key. Use letters and digits only.' },
      { lineNumber: 5, message: 'Enter a key.' },
      { lineNumber: 6, message: '“system_” is no key. Use letters and digits only.' },
    ]);
  });

  it('of lines with the same key the last one counts, and this is told', () => {
    expect(parseBulkLines('a=1\nb=2\na=3')).toEqual({
      variables: [{ key: 'a', value: '3' }, { key: 'b', value: '2' }],
      problems: [],
      duplicates: [{ key: 'a', lineNumbers: [1, 3] }],
    });
  });
});

describe('an environment', () => {
  const problems = (variables: object[]) =>
    environmentInputSchema.safeParse({ name: 'Test', variables }).error?.issues.map((issue) => issue.path.join('.')) ?? [];

  it('takes keys of letters and digits, each once; case matters', () => {
    expect(problems([{ key: 'a', value: '' }, { key: 'A' }, { key: 'x9' }])).toEqual([]);
    expect(problems([{ key: 'a' }, { key: 'b' }, { key: 'a' }])).toEqual(['variables.2.key']);
    expect(problems([{ key: 'a-b' }, { key: 'ä' }, { key: '' }, { key: 'x'.repeat(101) }])).toEqual([
      'variables.0.key',
      'variables.1.key',
      'variables.2.key',
      'variables.2.key',
      'variables.3.key',
    ]);
  });

  it('can be sent back as it was shown', () => {
    const shown = { key: 'a', value: null, isSecret: true, hasValue: true };
    expect(environmentUpdateSchema.parse({ name: 'Test', variables: [shown], version: 1 }).variables).toEqual([
      { key: 'a', value: null, isSecret: true },
    ]);
  });
});

describe('changing variables', () => {
  const stored = [
    { key: 'host', isSecret: false, value: 'h' },
    { key: 'token', isSecret: true, value: null },
  ];
  const needsValue = { merged: [], issues: [{ path: ['variables', 0, 'value'], message: expect.any(String) }] };

  it.each([
    ['a plain value left out stays', { key: 'host', isSecret: false }, { kind: 'plain', key: 'host', value: 'h' }],
    ['a plain value can be emptied', { key: 'host', isSecret: false, value: '' }, { kind: 'plain', key: 'host', value: '' }],
    ['a plain value can be made secret', { key: 'host', isSecret: true }, { kind: 'secret', key: 'host', value: 'h' }],
    ['a secret left out stays sealed', { key: 'token', isSecret: true }, { kind: 'kept-secret', key: 'token' }],
    ['a secret sent as null stays sealed', { key: 'token', isSecret: true, value: null }, { kind: 'kept-secret', key: 'token' }],
    ['a secret sent empty stays sealed', { key: 'token', isSecret: true, value: '' }, { kind: 'kept-secret', key: 'token' }],
    ['a secret can be replaced', { key: 'token', isSecret: true, value: 'n' }, { kind: 'secret', key: 'token', value: 'n' }],
    ['a secret with a value given anew can be made plain', { key: 'token', isSecret: false, value: 'n' }, { kind: 'plain', key: 'token', value: 'n' }],
    ['a new plain variable may be empty', { key: 'other', isSecret: false }, { kind: 'plain', key: 'other', value: '' }],
  ])('%s', (_rule, update, merged) => {
    expect(mergeVariables(stored, [update])).toEqual({ merged: [merged], issues: [] });
  });

  it('a stored secret can’t be read by making it plain', () => {
    expect(mergeVariables(stored, [{ key: 'token', isSecret: false }])).toEqual(needsValue);
    expect(mergeVariables(stored, [{ key: 'token', isSecret: false, value: null }])).toEqual(needsValue);
  });

  it('a new secret, or one under a new name, needs its value', () => {
    expect(mergeVariables(stored, [{ key: 'renamed', isSecret: true }])).toEqual(needsValue);
  });
});
