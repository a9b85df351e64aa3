import type { SuccessRule } from '@/lib/modules/integration/integration.schema';
import type { Attempt, RunOutcome } from './run-record.schema';

/** Whether a status counts as Success. Source for `reference`: conversation-builder reference, section 1.3. */
export function isSuccessStatus(status: number, rule: SuccessRule): boolean {
  switch (rule.kind) {
    case 'reference':
      return status === 200 || status === 201;
    case 'any-2xx':
      return status >= 200 && status <= 299;
    case 'list':
      return rule.statuses.includes(status);
  }
}

/** Success or Failure, as rules of the reference see it. Source: conversation-builder reference, section 2.2. */
export function toApiResult(outcome: RunOutcome): 'SUCCESS' | 'FAILURE' {
  return outcome.kind === 'success' ? 'SUCCESS' : 'FAILURE';
}

/** An outcome for people: what happened, why, and what to do now. */
export interface OutcomeText {
  title: string;
  reason: string;
  /** Empty when there is nothing to do. */
  advice: string;
}

const seconds = (ms: number) => `${(ms / 1000).toLocaleString('en', { maximumFractionDigits: 1 })} s`;
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;

/** Describes an outcome in words. */
export function describeOutcome(outcome: RunOutcome): OutcomeText {
  switch (outcome.kind) {
    case 'success':
      return { title: `${outcome.status} Success`, reason: '', advice: '' };
    case 'http-failure':
      return {
        title: `${outcome.status} Failure`,
        reason: `The server answered with status ${outcome.status}, which does not count as success here.`,
        advice: 'Read the response, or change what counts as success in Settings.',
      };
    case 'timeout':
      return { title: 'Timed out', reason: `There was no complete answer within ${seconds(outcome.timeoutMs)}.`, advice: 'Look at the timeline for the slow part, or raise the timeout in Settings.' };
    case 'connection-failed':
      return { title: 'Connection failed', reason: outcome.reason, advice: 'Check the URL, and that the server runs and can be reached from here.' };
    case 'blocked-address':
      return {
        title: 'Address blocked',
        reason: outcome.host === outcome.address ? outcome.reason : `${outcome.host} leads to ${outcome.address}. ${outcome.reason}`,
        advice: 'Only public addresses are reached unless they are allow-listed.',
      };
    case 'too-many-redirects':
      return { title: 'Too many redirects', reason: `The server redirected more than ${outcome.redirectCountMax} times.`, advice: 'Use the final address in the URL.' };
    case 'response-too-large':
      return { title: 'Response too large', reason: `The response is larger than the ${megabytes(outcome.bytesMax)} allowed.`, advice: 'Ask the API for less, or raise the limit in Settings.' };
    case 'invalid-response':
      return { title: 'Invalid response', reason: outcome.reason, advice: 'Look at the raw response; the server has to send what its Content-Type says.' };
    case 'script-failed':
      return {
        title: 'Script failed',
        reason: outcome.line === null ? outcome.message : `Line ${outcome.line}: ${outcome.message}`,
        advice: 'Correct the transform result script; the console shows what it printed before.',
      };
    case 'script-limit':
      return { title: 'Script stopped', reason: describeLimit(outcome), advice: 'Look for an endless loop, or let the script handle less data.' };
    case 'invalid-request':
      return { title: 'Request not sent', reason: outcome.reason, advice: 'Correct the field that is marked.' };
    case 'credential-failed':
      return { title: 'Credential failed', reason: outcome.reason, advice: 'Open the credential and test it.' };
    case 'cancelled':
      return { title: 'Cancelled', reason: 'The run was stopped before it was done.', advice: '' };
  }
}

/** That a call took several tries, and how long it waited between them; empty when the first one settled it. */
export function describeTries(attempts: readonly Pick<Attempt, 'waitMs'>[]): string {
  if (attempts.length < 2) return '';
  const waitMs = attempts.reduce((sum, attempt) => sum + (attempt.waitMs ?? 0), 0);
  return `Tried ${attempts.length} times${waitMs === 0 ? '' : `, waited ${seconds(waitMs)} in between`}.`;
}

function describeLimit(outcome: Extract<RunOutcome, { kind: 'script-limit' }>): string {
  switch (outcome.limit) {
    case 'time':
      return `The script ran longer than ${seconds(outcome.value)}.`;
    case 'memory':
      return `The script needed more than ${megabytes(outcome.value)} of memory.`;
    case 'output':
      return `The script left more than ${megabytes(outcome.value)} behind.`;
    case 'stack':
      return 'The script called functions within functions too deeply.';
  }
}
