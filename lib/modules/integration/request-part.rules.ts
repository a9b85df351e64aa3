import { substitute, type SubstitutionContext, type UsedReference } from '@/lib/engine/variables/substitute';
import type { VariableSnapshot } from '@/lib/engine/variables/variable-snapshot.schema';

/** Why a request can't be built; `field` is a path in the definition, for example `headers.2.value`. */
export interface RequestProblem {
  field: string;
  reason: string;
}

/** Collects what comes up while the parts of one request are built. */
export interface RequestBuild {
  snapshot: VariableSnapshot;
  used: UsedReference[];
  problems: RequestProblem[];
  /** Worth knowing, but no reason not to send. */
  warnings: RequestProblem[];
}

/** Replaces the variables of one field; its uses and problems go to the build. */
export function fill(build: RequestBuild, template: string, { field, context }: { field: string; context: SubstitutionContext }): string {
  const { text, used, problems } = substitute(template, build.snapshot, context);
  build.used.push(...used);
  for (const reason of problems) build.problems.push({ field, reason });
  return text;
}
