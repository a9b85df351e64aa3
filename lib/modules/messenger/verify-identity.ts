import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { Fault } from '@/lib/engine/fault';
import type { ContactInfo } from '@/lib/modules/contact/contact.schema';
import type { Clock } from '@/lib/platform/clock';
import { toSignedInfo } from './identity.rules';

/** Who a site says its visitor is. */
export interface Identity {
  /** `sub`: the site's own id of the person. */
  externalId: string;
  info: ContactInfo;
  expiresAtMs: number;
}

/** How far the site's clock may be from ours. */
const CLOCK_TOLERANCE_S = 30;

const claimsSchema = z.looseObject({
  sub: z.string('“sub” must be a text.').min(1, '“sub” is empty.').max(255, '“sub” is longer than 255 characters.'),
  iat: z.number(),
  exp: z.number(),
});

/**
 * Reads an identity that a site has signed: a JWT with HS256 and nothing else, whatever its header says; `sub`, `iat` and `exp` are
 * required. Source: event-callbacks reference, section 13; RFC 8725, sections 3.1 and 3.2.
 * @param secret the channel's, as it was shown: its characters are the key
 * @throws Fault `messenger/wrong-identity`, `messenger/identity-expired`
 */
export async function verifyIdentity({ clock }: { clock: Pick<Clock, 'nowMs'> }, identity: string, secret: string): Promise<Identity> {
  const nowMs = clock.nowMs();
  const options = { algorithms: ['HS256'], requiredClaims: ['sub', 'iat', 'exp'], clockTolerance: CLOCK_TOLERANCE_S, currentDate: new Date(nowMs) };
  const { payload } = await jwtVerify(identity, new TextEncoder().encode(secret), options).catch((error: unknown) => Promise.reject(toFault(error)));
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success) throw wrongIdentity(claims.error.issues[0]?.message ?? '');
  const { sub, iat, exp } = claims.data;
  if (sub.includes('\0')) throw wrongIdentity('“sub” holds the character U+0000.');
  if (iat > nowMs / 1_000 + CLOCK_TOLERANCE_S) throw wrongIdentity('“iat” lies in the future: look at the clock of the server that signs.');
  return { externalId: sub, info: toSignedInfo(claims.data), expiresAtMs: exp * 1_000 };
}

function toFault(error: unknown): unknown {
  if (error instanceof errors.JWTExpired) return new Fault('unauthenticated', 'messenger/identity-expired', 'The signed identity has expired. Sign a new one for each page that you serve.');
  if (error instanceof errors.JWSSignatureVerificationFailed) return wrongIdentity('Its signature does not fit: sign it with the secret of this channel.');
  if (error instanceof errors.JOSEAlgNotAllowed) return wrongIdentity('It must be signed with HS256.');
  if (error instanceof errors.JWTClaimValidationFailed) return wrongIdentity(`The claim “${error.claim}” is missing or wrong.`);
  if (error instanceof errors.JOSEError) return wrongIdentity('It is no JSON Web Token in the compact form.');
  return error;
}

function wrongIdentity(reason: string): Fault {
  return new Fault('unauthenticated', 'messenger/wrong-identity', `The signed identity is not accepted. ${reason}`.trim());
}
