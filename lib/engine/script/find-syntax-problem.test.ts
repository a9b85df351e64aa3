import { describe, expect, test } from 'vitest';
import { findSyntaxProblem } from './find-syntax-problem';

describe('findSyntaxProblem', () => {
  test.each([
    [''],
    ['var a = 1; function f() { return a }'],
    ['if (botContext.isApiExecutionSuccessful()) return;\nbotContext.sendMessage("x");'],
    ['with (Math) { abs(1) }'],
    ['undeclared = 010;'],
    ['const { a, ...rest } = { a: 1 }; rest?.b ?? [1].findLast(Boolean); class A { #x = 1; static {} }'],
    ['var each = 1; for (var k of [each]) {}'],
    ['<!-- a comment of old'],
  ])('%j can be run', (code) => {
    expect(findSyntaxProblem(code)).toBeNull();
  });

  test.each([
    ['var a = ;', 1, 9, '“;” is not expected here'],
    ['\n  foo(1, 2;', 2, 11, '“;” is not expected here'],
    ['if (a) {\n  b();\n', 3, 1, 'The code ends too early, a bracket or a quotation mark may be missing'],
    ["var t = 'abc", 1, 9, 'Unterminated string constant'],
    ['for each (var k in map.keySet()) {}', 1, 5, '“for each” is not JavaScript. Write “for (var key of map.keySet())”, or “for (var key in object)” for the names of an object'],
    ['let a; let a;', 1, 12, "Identifier 'a' has already been declared"],
    ['await x;', 1, 7, '“x” is not expected here'],
    ['import x from "y"', 1, 1, "'import' and 'export' may appear only with 'sourceType: module'"],
    ["'use strict'; with (a) {}", 1, 15, "'with' in strict mode"],
    ['var 名前 = 1, größe är;', 1, 19, '“är” is not expected here'],
  ])('%j: line %i, column %i', (code, line, column, message) => {
    expect(findSyntaxProblem(code)).toEqual({ line, column, message });
  });

  test('Global Functions can’t return: nothing in them could be called', () => {
    expect(findSyntaxProblem('function f() {}\nreturn;', 'global-functions')).toEqual({ line: 2, column: 1, message: "'return' outside of function" });
  });

  test('deep nesting is a problem with a message, not a crash', () => {
    expect(findSyntaxProblem('('.repeat(500_000))).toMatchObject({ line: 1, message: 'The code is nested too deeply to be read' });
  });
});
