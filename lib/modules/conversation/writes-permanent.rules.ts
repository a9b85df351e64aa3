import type { Program } from '@/lib/engine/program/program.schema';

/** A rule or an interaction that sets one, or a script that may. */
const WRITING = /"duration":"permanent"|setBotVariable/;

const known = new WeakMap<Program, boolean>();

/** Whether conversations of a bot may set permanent variables. Looks through a program once. */
export function writesPermanent(program: Program): boolean {
  const remembered = known.get(program);
  if (remembered !== undefined) return remembered;
  const writes = WRITING.test(JSON.stringify(program));
  known.set(program, writes);
  return writes;
}
