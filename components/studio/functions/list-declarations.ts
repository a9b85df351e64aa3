import { listGlobalFunctions, type GlobalFunction } from '@/lib/engine/script/list-global-functions';

/** A function of the Global Functions with the line on which it is declared, from 1. */
export interface FunctionDeclaration extends GlobalFunction {
  line: number;
}

/** The functions at the top of the code, in their order; none while it can't be parsed. */
export function listDeclarations(code: string): FunctionDeclaration[] {
  return listGlobalFunctions(code).map((found) => ({ ...found, line: findLine(code, found.name) }));
}

/** Functions at the top begin with one of these words, whatever stands before. */
function findLine(code: string, name: string): number {
  const escaped = name.replaceAll('$', '\\$');
  const at = new RegExp(`(?:function\\s*\\*?\\s*|(?:var|let|const)\\s+|,\\s*)${escaped}(?![\\w$])`).exec(code)?.index ?? 0;
  return code.slice(0, at).split('\n').length;
}
