/**
 * The realm in which regular expressions are tried on a text: one JavaScript expression for `ScriptJob.prelude`.
 * Input: JSON of `{ text, expressions }`. Output: JSON list in the same order of `{ found }` or `{ problem }`.
 * An expression may match anywhere in the text and heeds case, unless it begins with `(?i)` as in the vendor's bots.
 */
export const EXPRESSION_PRELUDE = `(function () {
  'use strict';
  var parse = JSON.parse, stringify = JSON.stringify, Expression = RegExp;
  function compile(source) {
    var flags = source.startsWith('(?i)') ? 'i' : '', rest = flags === '' ? source : source.slice(4);
    try { return new Expression(rest, flags + 'u'); } catch (strict) { return new Expression(rest, flags); }
  }
  function match(source, text) {
    var expression;
    try { expression = compile(source); } catch (error) { return { problem: 'it is no regular expression (' + error.message + ')' }; }
    var found = expression.exec(text);
    return { found: found === null ? null : found[0] };
  }
  return function (input) {
    var facts = parse(input);
    return function () {
      var results = [];
      for (var i = 0; i < facts.expressions.length; i++) results[i] = match(facts.expressions[i], facts.text);
      return stringify(results);
    };
  };
})()`;
