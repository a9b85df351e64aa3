import { expect, test } from 'vitest';

import { listDeclarations } from '@/components/studio/functions/list-declarations';

test('functions are found with their lines, whichever way they are written', () => {
  const code = '// helper\nfunction add(a, b) {\n  return a + b;\n}\nconst twice = (x) => add(x, x),\n  $half = function (x) { return x / 2; };\nlet addMore = 1;';
  expect(listDeclarations(code).map(({ name, line }) => [name, line])).toEqual([['add', 2], ['twice', 5], ['$half', 5]]);
});

test('a call above does not count as the declaration', () => {
  expect(listDeclarations('log();\nfunction log() {}').map(({ line }) => line)).toEqual([2]);
});
