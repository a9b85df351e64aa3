import { Fault, type FaultIssue } from '@/lib/engine/fault';
import { conversationNotFound, assertOpen, previewsOnly } from '@/lib/modules/conversation/conversation.rules';
import type { Conversation } from '@/lib/modules/conversation/conversation.schema';
import type { WebViewSettings, WebViewVariableType } from './web-view-settings.schema';

/** A conversation as far as a post must know it. */
export type PostTarget = Pick<Conversation, 'botId' | 'consumerId' | 'status' | 'kind'>;

/** For whom a post is. */
export interface PostClaim {
  botId: string;
  /** Null: a designer sends it, who need not be the consumer. */
  userId: string | null;
  isForPreviews: boolean;
}

/** @throws Fault `conversation/not-found`, `web-view/wrong-user`, `conversation/previews-only`, `conversation/closed` */
export function assertMayPost(target: PostTarget, { botId, userId, isForPreviews }: PostClaim): void {
  if (target.botId !== botId) throw conversationNotFound();
  if (userId !== null && target.consumerId !== userId) throw new Fault('denied', 'web-view/wrong-user', 'This user does not belong to the conversation. Send the userId that getUserPlatformId() gives.');
  if (isForPreviews && target.kind !== 'preview') throw previewsOnly();
  assertOpen(target);
}

const HOUR_MS = 3_600_000;

/** Whether the consumer's latest message is too long ago for a page to speak. Source: conversation-builder reference, section 4.1. */
export function isTooOld({ lastSpokeAtMs, nowMs }: { lastSpokeAtMs: number; nowMs: number }, withinHours: number | null): boolean {
  return withinHours !== null && nowMs - lastSpokeAtMs > withinHours * HOUR_MS;
}

const TYPE_WORDS: Record<WebViewVariableType, string> = {
  text: 'text',
  number: 'a number such as 12 or -3.5',
  boolean: 'true or false',
  date: 'a date such as 2026-01-31, with or without a time',
};

/** @throws Fault `web-view/variable-not-allowed` naming every variable that is not on the list or of another type */
export function assertAllowed(variables: Record<string, string>, { variables: allowed }: Pick<WebViewSettings, 'variables'>): void {
  if (allowed === null) return;
  const typeByName = new Map(allowed.map(({ name, type }) => [name, type]));
  const issues = Object.entries(variables).flatMap(([name, value]): FaultIssue[] => {
    const type = typeByName.get(name);
    if (type === undefined) return [{ path: ['contextVariables', name], message: 'Pages may not write this variable.' }];
    return isOfType(value, type) ? [] : [{ path: ['contextVariables', name], message: `Must be ${TYPE_WORDS[type]}.` }];
  });
  if (issues.length > 0) throw new Fault('invalid', 'web-view/variable-not-allowed', `Nothing was set. ${describeIssues(issues)} The bot's Web View settings say what pages may write.`, { issues });
}

const ISSUES_TOLD = 3;

/** The first few things wrong, in a text for people: all that the inbox keeps of them. */
export function describeIssues(issues: readonly FaultIssue[]): string {
  const told = issues.slice(0, ISSUES_TOLD).map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`));
  return [...told, ...(issues.length > ISSUES_TOLD ? [`And ${issues.length - ISSUES_TOLD} more.`] : [])].join(' ');
}

function isOfType(value: string, type: WebViewVariableType): boolean {
  switch (type) {
    case 'text':
      return true;
    case 'number':
      return /^-?\d{1,300}(\.\d{1,300})?(e[+-]?\d{1,3})?$/i.test(value) && Number.isFinite(Number(value));
    case 'boolean':
      return value === 'true' || value === 'false';
    case 'date':
      return /^\d{4}-\d{2}-\d{2}(T[\d:.]{5,20}(Z|[+-]\d{2}:?\d{2})?)?$/.test(value) && isCalendarDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
  }
}

/** `Date` takes 30 February for 1 March. */
function isCalendarDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** @throws Fault `web-view/origin-not-allowed` when a browser's page is of an origin that the bot does not know */
export function assertOrigin(origin: string | null, { allowedOrigins }: Pick<WebViewSettings, 'allowedOrigins'>): void {
  if (origin === null || allowedOrigins.length === 0 || allowedOrigins.includes(origin.toLowerCase())) return;
  throw new Fault('denied', 'web-view/origin-not-allowed', `Pages of ${origin.slice(0, 200)} may not post to this bot. Add this origin to those allowed in the bot’s Web View settings.`);
}
