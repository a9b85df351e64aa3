import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Which conversation a page belongs to, as its address says. `token`: only where the bot demands signed links. */
export interface PageLink {
  userId: string;
  convId: string;
  botId: string;
  token: string;
}

/** How a post to Parley ended. `gone`: asking again is of no use, as the link is. */
export type PostEnd = { kind: 'taken' } | { kind: 'gone'; reason: string } | { kind: 'later'; reason: string };

const TIMEOUT_MS = 10_000;
const problemSchema = z.object({ code: z.string() });

/**
 * Posts to Parley's Web View endpoint, from server to server. Source: conversation-builder reference, section 4.1; docs/web-view.md.
 * @param key the same key again has no second effect
 */
export async function tellParley(parleyUrl: string, { userId, convId, botId, token }: PageLink, { message, variables, key }: { message: string; variables: Record<string, string>; key: string }): Promise<PostEnd> {
  const authorization = token === '' ? createHash('sha256').update(`${convId} || ${botId}`).digest('hex') : `Bearer ${token}`;
  try {
    const response = await fetch(`${parleyUrl}/thirdparty-services-0.1/webview`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: authorization, 'Idempotency-Key': key },
      body: JSON.stringify({ botId, conversationId: convId, userId, message, contextVariables: Object.entries(variables).map(([name, value]) => ({ name, value })) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok) return { kind: 'taken' };
    const reason = problemSchema.safeParse(body).data?.code ?? String(response.status);
    return { kind: response.status === 429 || response.status >= 500 ? 'later' : 'gone', reason };
  } catch {
    return { kind: 'later', reason: 'no answer' };
  }
}
