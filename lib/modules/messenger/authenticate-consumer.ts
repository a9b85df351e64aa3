import { Fault } from '@/lib/engine/fault';
import type { ConsumerScope } from '@/lib/http/route/request-scope';
import type { Clock } from '@/lib/platform/clock';
import type { MessengerTokens } from './messenger-tokens';

/**
 * Who sends a messenger's request, by `Authorization: Bearer <token>`. Reads no database.
 * @throws Fault `messenger/session-required`
 */
export function authenticateConsumer({ tokens, clock }: { tokens: Pick<MessengerTokens, 'verify'>; clock: Pick<Clock, 'nowMs'> }, headers: Headers): ConsumerScope {
  const [, token = ''] = /^Bearer ([\w.-]+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  const grant = tokens.verify(token);
  if (!grant || grant.expiresAtMs <= clock.nowMs()) throw sessionRequired();
  const { contactId, channelId, workspaceId, expiresAtMs } = grant;
  return { contactId, channelId, workspaceId, expiresAtMs };
}

/** For a token that is missing, wrong or expired, or whose contact is gone. */
export function sessionRequired(): Fault {
  return new Fault('unauthenticated', 'messenger/session-required', 'This needs a messenger’s session: open one, and send its token as “Authorization: Bearer …”. Sessions end, and those of deleted channels too.');
}
