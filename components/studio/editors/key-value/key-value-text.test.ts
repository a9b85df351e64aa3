import { describe, expect, it } from 'vitest';

import { formatBulkText, parseBulkText } from '@/components/studio/editors/key-value/bulk-text';
import { parsePastedRows } from '@/components/studio/editors/key-value/parse-pasted-rows';

const pairs = (text: string) => parsePastedRows(text)?.map(({ name, value, enabled }) => `${enabled ? '' : 'off '}${name}→${value}`) ?? null;

describe('parsePastedRows', () => {
  it.each([
    ['Accept: application/json\nX-Id: a:b', ['Accept→application/json', 'X-Id→a:b']],
    ['a=1\nb=http://x/?y=2', ['a→1', 'b→http://x/?y=2']],
    ['a\t1\r\nb\t2 3', ['a→1', 'b→2 3']],
    ['// X-Off: 1\n# Y=2\nZ:3', ['off X-Off→1', 'off Y→2', 'Z→3']],
    ['?a=1&b=x%20y&c=p+q', ['a→1', 'b→x y', 'c→p q']],
    ['https://h/p?a=1&flag#top', ['a→1', 'flag→']],
    ['a=1&b=%zz', ['a→1', 'b→%zz']],
    ['{"a": "x", "b": 2, "c": {"d": []}, "e": null}', ['a→x', 'b→2', 'c→{"d":[]}', 'e→']],
    ['[{"key": "a", "value": "1"}, {"name": "b", "value": "2", "disabled": true}]', ['a→1', 'off b→2']],
    ['Authorization: Bearer {$botContext.token}', ['Authorization→Bearer {$botContext.token}']],
    ['ns:name: value', ['ns:name→value']],
    ['X-Empty:', ['X-Empty→']],
  ])('reads %j', (text, rows) => {
    expect(pairs(text)).toEqual(rows);
  });

  it.each(['', 'just words', 'https://h/path', '{$botContext.id}', '{"broken": ', '[1, 2]', '{}', 'a: 1\nno separator here'])(
    'leaves %j alone',
    (text) => {
      expect(pairs(text)).toBeNull();
    },
  );
});

describe('bulk text', () => {
  const blank = { name: '', value: '', enabled: true, note: '' };
  const rows = [
    { name: 'a', value: '1', enabled: true, note: 'first' },
    { name: 'a', value: 'x: y = z', enabled: false, note: 'second' },
    { name: 'lines', value: 'one\ntwo', enabled: true, note: '' },
    { name: 'empty', value: '', enabled: true, note: '' },
  ];

  it('comes back as the same rows', () => {
    expect(parseBulkText(formatBulkText(rows), rows, blank)).toEqual(rows);
  });

  it('keeps notes by name when lines are moved and added', () => {
    expect(parseBulkText('new=2\n\na: 9', rows, blank)).toEqual([
      { name: 'new', value: '2', enabled: true, note: '' },
      { name: 'a', value: '9', enabled: true, note: 'first' },
    ]);
  });

  it('takes a line without a separator as a name', () => {
    expect(parseBulkText('X-Flag', [], blank)).toEqual([{ ...blank, name: 'X-Flag' }]);
  });
});
