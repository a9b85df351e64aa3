import type { Context } from 'hono';

/** One thing wrong with an input, as the bank reports it. */
export interface BankIssue {
  field: string;
  message: string;
}

interface ProblemText {
  title: string;
  detail?: string;
  errors?: BankIssue[];
}

/** Answers an RFC 9457 problem document. */
export function answerProblem(c: Context, status: number, text: ProblemText): Response {
  const body = { type: 'about:blank', title: text.title, status, detail: text.detail, errors: text.errors };
  return c.body(JSON.stringify(body), {
    // Hono's own status type lists known codes only; the callers pass valid error codes.
    status: status as 400,
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
