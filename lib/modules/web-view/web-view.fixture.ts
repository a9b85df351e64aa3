import { hash } from 'node:crypto';
import { z } from 'zod';
import { WEB_VIEW_PATH } from './web-view.wire';

/** An answer of the endpoint as a test looks at it. */
export interface PageAnswer {
  status: number;
  headers: Headers;
  body: { eventId?: string; variables?: string[]; message?: string; turn?: number | null; code?: string; detail?: string; status?: number; issues?: { path: (string | number)[]; message: string }[] };
}

const bodySchema = z.looseObject({ eventId: z.string().optional(), code: z.string().optional() });

/** The hash that a page sends. Source: conversation-builder reference, section 4.1. */
export function toPageHash({ conversationId, botId }: { conversationId: string; botId: string }): string {
  return hash('sha256', `${conversationId} || ${botId}`, 'hex');
}

/** For tests: posts as a page does. A header that is undefined is not sent. */
export async function postAsPage(origin: string, body: unknown, headers: Record<string, string | undefined>): Promise<PageAnswer> {
  const given = Object.entries({ 'content-type': 'application/json', ...headers }).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  const response = await fetch(`${origin}${WEB_VIEW_PATH}`, { method: 'POST', headers: given, body: typeof body === 'string' ? body : JSON.stringify(body) });
  // Members are compared by the tests.
  return { status: response.status, headers: response.headers, body: bodySchema.parse(await response.json()) as PageAnswer['body'] };
}
