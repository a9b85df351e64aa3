import { parse, type Function as AcornFunction, type Pattern, type Program } from 'acorn';

/** A function that Global Functions give to every code panel. */
export interface GlobalFunction {
  name: string;
  /** A parameter that is not a plain name is called `argument1`, `argument2` … */
  parameterNames: string[];
}

/** The functions at the top of Global Functions, in their order, each name once; none when the code can't be parsed. */
export function listGlobalFunctions(code: string): GlobalFunction[] {
  const program = parseProgram(code);
  const functions = program === null ? [] : program.body.flatMap(readStatement);
  return [...new Map(functions.map((found) => [found.name, found])).values()];
}

function parseProgram(code: string): Program | null {
  try {
    return parse(code, { ecmaVersion: 2023, sourceType: 'script' });
  } catch {
    return null;
  }
}

function readStatement(statement: Program['body'][number]): GlobalFunction[] {
  if (statement.type === 'FunctionDeclaration') return [toGlobalFunction(statement.id.name, statement)];
  if (statement.type !== 'VariableDeclaration') return [];
  return statement.declarations.flatMap(({ id, init }) =>
    id.type === 'Identifier' && (init?.type === 'FunctionExpression' || init?.type === 'ArrowFunctionExpression') ? [toGlobalFunction(id.name, init)] : [],
  );
}

function toGlobalFunction(name: string, { params }: AcornFunction): GlobalFunction {
  return { name, parameterNames: params.map((parameter, index) => readName(parameter) ?? `argument${index + 1}`) };
}

function readName(parameter: Pattern): string | null {
  if (parameter.type === 'Identifier') return parameter.name;
  return parameter.type === 'AssignmentPattern' ? readName(parameter.left) : null;
}
