import { expect, it } from 'vitest';
import { toOriginForm } from './origin-form';

it.each([
  ['/api/health?x=1', '/api/health?x=1'],
  ['http://parley.example:3000/thirdparty-services-0.1/webview', '/thirdparty-services-0.1/webview'],
  ['HTTPS://parley.example/a?b=http://c/', '/a?b=http://c/'],
  ['http://parley.example', '/'],
  ['http://parley.example?a=b', '/?a=b'],
  ['//parley.example/a', '//parley.example/a'],
  ['*', '*'],
])('%s asks for %s', (target, path) => {
  expect(toOriginForm(target)).toBe(path);
});
