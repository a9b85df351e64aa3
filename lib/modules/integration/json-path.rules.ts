import { FunctionExpressionType, JSONPathEnvironment, JSONPathError, JSONPathRecursionLimitError, jsonpath, type JSONPathQuery } from 'json-p3';
import type { JsonValue } from '@/lib/engine/json';
import type { ResultStep } from '@/lib/engine/results/result-path';
import { compileLinearPattern } from './linear-pattern.rules';

/** A JSONPath that can be asked for its values. */
export interface JsonPath {
  kind: 'json-path';
  /** Values in document order; `problem` says why the search ended early. */
  evaluate(document: JsonValue, valueCountMax: number): { values: JsonValue[]; problem: string | null };
  /** Where it leads as plain steps, up to the first `..`; filters, slices and wildcards count as every element. */
  steps: ResultStep[];
}

/** A compiled JSONPath, or what is wrong with its text. */
export type ParsedJsonPath = JsonPath | { kind: 'problem'; message: string; offset: number };

/**
 * Compiles JSONPath; the root `$` is the response document. Work is counted and ends after `STEP_COUNT_MAX` steps,
 * regular expressions run in linear time, so no path can stop the server.
 * Source: RFC 9535.
 */
export function parseJsonPath(text: string): ParsedJsonPath {
  const budget: Budget = { stepsLeft: STEP_COUNT_MAX };
  try {
    const query = buildEnvironment(budget).compile(text);
    countSteps(query, budget);
    return { kind: 'json-path', evaluate: (document, valueCountMax) => evaluate({ query, budget, valueCountMax }, document), steps: toSteps(query) };
  } catch (error) {
    if (error instanceof JSONPathError) return { kind: 'problem', message: `This is not a JSONPath: ${toPlainMessage(error)}.`, offset: Math.min(error.token.index, text.length) };
    if (error instanceof RangeError) return { kind: 'problem', message: 'This JSONPath is nested too deeply. Make it simpler.', offset: 0 };
    throw error;
  }
}

/** Enough for `..` over some 5 MB of JSON; less than a second of work. */
const STEP_COUNT_MAX = 1_000_000;
/** Objects and arrays within each other that `..` walks down. */
const DEPTH_MAX = 500;

interface Budget {
  stepsLeft: number;
}

class WorkLimitError extends Error {}

function evaluate({ query, budget, valueCountMax }: { query: JSONPathQuery; budget: Budget; valueCountMax: number }, document: JsonValue) {
  const values: JsonValue[] = [];
  budget.stepsLeft = STEP_COUNT_MAX;
  try {
    for (const { value } of query.lazyQuery(document)) {
      if (values.length >= valueCountMax) break;
      // The library's values are those of our own document; its type only adds `undefined`.
      if (value !== undefined) values.push(value as JsonValue);
    }
    return { values, problem: null };
  } catch (error) {
    if (error instanceof WorkLimitError) return { values, problem: 'The search took too many steps and was ended. Make the path more precise.' };
    if (error instanceof JSONPathRecursionLimitError || error instanceof RangeError) {
      return { values, problem: 'The response is nested too deeply or too large for this JSONPath. Make the path more precise.' };
    }
    throw error;
  }
}

function buildEnvironment(budget: Budget): JSONPathEnvironment {
  const environment = new JSONPathEnvironment({ maxRecursionDepth: DEPTH_MAX });
  environment.functionRegister.set('match', buildPatternFunction(budget, false));
  environment.functionRegister.set('search', buildPatternFunction(budget, true));
  return environment;
}

/** `match` and `search` without the host's backtracking engine. Source: RFC 9535, sections 2.4.6 and 2.4.7. */
function buildPatternFunction(budget: Budget, isSearch: boolean) {
  const compiled = new Map<string, ReturnType<typeof compileLinearPattern>>();
  return {
    argTypes: [FunctionExpressionType.ValueType, FunctionExpressionType.ValueType],
    returnType: FunctionExpressionType.LogicalType,
    call(text: unknown, source: unknown): boolean {
      if (typeof text !== 'string' || typeof source !== 'string') return false;
      spend(budget, source.length + 1);
      const pattern = compiled.has(source) ? compiled.get(source) : compileLinearPattern(source);
      // A pattern may come from the document; only a handful is worth keeping.
      if (compiled.size < 10) compiled.set(source, pattern ?? null);
      if (!pattern) return false;
      spend(budget, text.length * pattern.stepCount);
      return pattern.test(text, isSearch);
    },
  };
}

/** Makes every selector of a compiled query, also of those within filters, pay for what it visits. */
function countSteps(query: JSONPathQuery, budget: Budget): void {
  for (const segment of query.segments) {
    for (const selector of segment.selectors) {
      const resolve = selector.resolve.bind(selector);
      selector.resolve = (node) => {
        // Every node carries a copy of its location, so deep ones cost more.
        const stepCount = 1 + node.location.length / 8;
        spend(budget, stepCount);
        const found = resolve(node);
        spend(budget, found.length * stepCount);
        return found;
      };
      if (selector instanceof jsonpath.selectors.FilterSelector) countExpressionSteps(selector.expression, budget);
    }
  }
}

function countExpressionSteps(expression: jsonpath.expressions.FilterExpression, budget: Budget): void {
  const { FilterQuery, FunctionExtension, InfixExpression, LogicalExpression, PrefixExpression } = jsonpath.expressions;
  if (expression instanceof FilterQuery) countSteps(expression.path, budget);
  else if (expression instanceof LogicalExpression) countExpressionSteps(expression.expression, budget);
  else if (expression instanceof PrefixExpression) countExpressionSteps(expression.right, budget);
  else if (expression instanceof FunctionExtension) for (const argument of expression.args) countExpressionSteps(argument, budget);
  else if (expression instanceof InfixExpression) {
    countExpressionSteps(expression.left, budget);
    countExpressionSteps(expression.right, budget);
  }
}

function spend(budget: Budget, stepCount: number): void {
  budget.stepsLeft -= stepCount;
  if (budget.stepsLeft < 0) throw new WorkLimitError();
}

function toSteps(query: JSONPathQuery): ResultStep[] {
  const { NameSelector, IndexSelector } = jsonpath.selectors;
  const steps: ResultStep[] = [];
  for (const { selectors } of query.segments.slice(0, findDescendant(query))) {
    const [selector] = selectors;
    if (selectors.length !== 1) break;
    if (selector instanceof NameSelector) steps.push({ kind: 'key', name: selector.name });
    else if (selector instanceof IndexSelector && selector.index >= 0) steps.push({ kind: 'index', index: selector.index });
    else steps.push({ kind: 'every' });
  }
  return steps;
}

function findDescendant(query: JSONPathQuery): number {
  const position = query.segments.findIndex((segment) => segment.toString().startsWith('..'));
  return position === -1 ? query.segments.length : position;
}

function toPlainMessage(error: JSONPathError): string {
  return error.message.replace(/\s*\('[\s\S]*$/, '').replace(/\.$/, '');
}
