import { Fault } from '@/lib/engine/fault';
import type { CredentialSettings, CredentialTest } from '@/lib/modules/credential/credential.schema';
import { maskTokenAnswer } from '@/lib/modules/credential/oauth.rules';
import { requestToken, type SendTokenRequest } from '@/lib/modules/credential/request-token';
import type { AllowList } from '@/lib/modules/workspace/outbound-allow.rules';
import type { Clock } from '@/lib/platform/clock';

/**
 * Fetches a new token, past the cache, and tells how that went with every secret masked.
 * `allow`: private destinations that the workspace may reach. Fault `credential/not-testable` for kinds that have no server to ask.
 */
export async function testCredential(
  deps: { send: SendTokenRequest; clock: Clock },
  settings: CredentialSettings,
  allow: AllowList,
): Promise<CredentialTest> {
  if (settings.kind !== 'oauth-client-credentials') {
    throw new Fault('invalid', 'credential/not-testable', 'Only OAuth credentials can be tested by themselves. Run an integration that uses this one.');
  }
  const startMs = deps.clock.nowMs();
  const outcome = await requestToken(deps.send, settings, allow);
  const durationMs = deps.clock.nowMs() - startMs;
  const answer = outcome.answer === null ? null : maskTokenAnswer(outcome.answer, settings.clientSecret);
  if (outcome.kind === 'token') return { kind: 'token', status: outcome.status, durationMs, answer };
  return { kind: 'failed', status: outcome.status, durationMs, reason: outcome.reason, answer };
}
