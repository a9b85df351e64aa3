import { ApiProblem } from '@/lib/client/call-api';
import { readCurrent } from '@/lib/client/read-current';
import type { FaultIssue } from '@/lib/engine/fault';
import { integrationSchema, type Integration } from '@/lib/modules/integration/integration.contract';

/** Why an integration was not saved: somebody saved first, fields are wrong, or (`failure`) anything else. */
export type SaveRefusal = { conflict: Integration | null; issues: FaultIssue[]; failure: ApiProblem | null };

/** Reads the API's refusal of a save; what isn't the API's is thrown on. */
export function toSaveRefusal(error: unknown): SaveRefusal {
  if (!(error instanceof ApiProblem)) throw error;
  const conflict = error.problem.code === 'integration/changed-meanwhile' ? readCurrent(error, integrationSchema) : null;
  if (conflict) return { conflict, issues: [], failure: null };
  if (error.problem.code === 'credential/not-found') {
    const message = 'This credential was deleted meanwhile. Choose another one, or none.';
    return { conflict: null, issues: [{ path: ['credentialId'], message }], failure: null };
  }
  const issues = (error.problem.issues ?? []).map(({ path, message }) => ({ path: path[0] === 'definition' ? path.slice(1) : path, message }));
  return { conflict: null, issues, failure: issues.length === 0 ? error : null };
}
