import type { PendingMessage } from '@/components/studio/preview/preview-session';
import { ApiProblem } from '@/lib/client/call-api';

/** Statuses with which the same message may be taken a moment later. */
const PASSING_STATUSES = [401, 408, 429];

/** Why a message was not sent, in words, and whether it would be refused again as it is. */
export function toSendFailure(error: Error): Pick<PendingMessage, 'problem' | 'isRefused'> {
  if (!(error instanceof ApiProblem)) return { problem: error.message, isRefused: false };
  const { status, detail, issues = [] } = error.problem;
  const isRefused = status >= 400 && status < 500 && !PASSING_STATUSES.includes(status);
  return { problem: issues.length > 0 ? issues.map(({ message }) => message).join(' ') : detail, isRefused };
}
