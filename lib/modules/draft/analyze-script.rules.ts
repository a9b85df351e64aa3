import { parse, type Node } from 'acorn';

/** A string in a script, also a template string without expressions. */
export interface ScriptString {
  value: string;
  /** Of the text between the quotes. */
  start: number;
  end: number;
  /** Whether the text between the quotes is the value, character by character. */
  isPlain: boolean;
  quote: string;
}

/** A name in a script. */
export interface ScriptName {
  name: string;
  start: number;
  end: number;
}

/** A call of a `botContext` function, or of a function by its name. */
export interface ScriptCall {
  /** Name after `botContext.`; null for other functions. */
  method: ScriptName | null;
  functionName: string | null;
  /** Strings as they are; other arguments by their name, if they are one, or null. */
  arguments: (ScriptString | ScriptName | null)[];
}

/** A function that a script declares. */
export interface ScriptDeclaration extends ScriptName {
  parameterNames: string[];
  calls: ScriptCall[];
}

/** What a script says, as far as names go. Everything is empty for a script that can't be parsed. */
export interface ScriptAnalysis {
  isParsed: boolean;
  strings: ScriptString[];
  /** Every identifier, names of members too. */
  names: ScriptName[];
  /** Identifiers that stand for a variable or function, not for a member. */
  freeNames: ScriptName[];
  calls: ScriptCall[];
  declarations: ScriptDeclaration[];
}

const KEPT_MAX = 500;
const kept = new Map<string, ScriptAnalysis>();

/** Reads a script. Pure; the latest scripts are kept, so that looking at a bot again while one text changes is quick. */
export function analyzeScript(source: string): ScriptAnalysis {
  const known = kept.get(source);
  if (known) return known;
  const analysis = analyze(source);
  if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? '');
  kept.set(source, analysis);
  return analysis;
}

function analyze(source: string): ScriptAnalysis {
  const analysis: ScriptAnalysis = { isParsed: false, strings: [], names: [], freeNames: [], calls: [], declarations: [] };
  if (source.trim() === '') return { ...analysis, isParsed: true };
  const program = parseOrNull(source);
  if (!program) return analysis;
  analysis.isParsed = true;
  visit(program, { source, analysis, calls: [analysis.calls] });
  return analysis;
}

function parseOrNull(source: string): Node | null {
  try {
    return parse(source, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true });
  } catch {
    return null;
  }
}

/** A node of any type, with the members that are read here; which of them are there depends on `type`. */
interface AnyNode extends Node {
  name?: string;
  value?: unknown;
  computed?: boolean;
  shorthand?: boolean;
  object?: AnyNode;
  property?: AnyNode;
  key?: AnyNode;
  callee?: AnyNode;
  id?: AnyNode | null;
  init?: AnyNode | null;
  arguments?: AnyNode[];
  params?: AnyNode[];
  expressions?: AnyNode[];
  quasis?: AnyNode[];
}

interface Visit {
  source: string;
  analysis: ScriptAnalysis;
  /** Lists that a call belongs to: the script's, and that of each function around it. */
  calls: ScriptCall[][];
}

function visit(node: AnyNode, context: Visit, isMember = false): void {
  const { analysis, source } = context;
  const string = toString(node, source);
  if (string) analysis.strings.push(string);
  if (node.type === 'Identifier') {
    const name = toName(node);
    analysis.names.push(name);
    if (!isMember) analysis.freeNames.push(name);
  }
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const call = toCall(node, source);
    for (const calls of context.calls) calls.push(call);
  }
  const declared = toDeclaration(node);
  if (declared) analysis.declarations.push(declared);
  const inner = declared ? { ...context, calls: [...context.calls, declared.calls] } : context;
  for (const [member, child] of Object.entries(node)) {
    const isName = (member === 'property' || member === 'key') && node.computed !== true && node.shorthand !== true;
    for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) visit(each, inner, isName);
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function toName({ name = '', start, end }: AnyNode): ScriptName {
  return { name, start, end };
}

function toString(node: AnyNode, source: string): ScriptString | null {
  const isTemplate = node.type === 'TemplateLiteral' && node.expressions?.length === 0;
  const value = isTemplate ? readCooked(node.quasis?.[0]?.value) : node.type === 'Literal' ? node.value : null;
  if (typeof value !== 'string') return null;
  const [start, end] = [node.start + 1, node.end - 1];
  return { value, start, end, isPlain: source.slice(start, end) === value, quote: source[node.start] ?? '"' };
}

function readCooked(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : null;
}

function toCall(node: AnyNode, source: string): ScriptCall {
  const { callee } = node;
  const isMethod = callee?.type === 'MemberExpression' && !callee.computed && callee.object?.name === 'botContext' && callee.property !== undefined;
  return {
    method: isMethod && callee.property ? toName(callee.property) : null,
    functionName: callee?.type === 'Identifier' ? (callee.name ?? null) : null,
    arguments: (node.arguments ?? []).map((each) => toString(each, source) ?? (each.type === 'Identifier' ? toName(each) : null)),
  };
}

function toDeclaration(node: AnyNode): ScriptDeclaration | null {
  const isVariable = node.type === 'VariableDeclarator' && (node.init?.type === 'FunctionExpression' || node.init?.type === 'ArrowFunctionExpression');
  if (node.type !== 'FunctionDeclaration' && !isVariable) return null;
  if (!node.id) return null;
  const parameters = (isVariable ? node.init?.params : node.params) ?? [];
  return { ...toName(node.id), parameterNames: parameters.map((parameter) => parameter.name ?? ''), calls: [] };
}
