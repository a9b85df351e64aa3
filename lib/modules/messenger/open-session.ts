import { Fault } from '@/lib/engine/fault';
import { toOwner, type ChannelPlace } from '@/lib/modules/channel/channel.store';
import type { StoredContactInfo } from '@/lib/modules/contact/contact.rules';
import type { contactStore, StoredContact } from '@/lib/modules/contact/contact.store';
import { isSameJson } from '@/lib/modules/draft/same-json.rules';
import type { Clock } from '@/lib/platform/clock';
import type { Vault } from '@/lib/platform/vault/create-vault';
import type { MessengerGrant, MessengerTokens } from './messenger-tokens';
import { verifyIdentity, type Identity } from './verify-identity';

export interface OpenSessionDeps {
  contacts: ReturnType<typeof contactStore>;
  tokens: MessengerTokens;
  vault: Pick<Vault, 'open'>;
  clock: Pick<Clock, 'nowMs'>;
  newId(): string;
  /** Counts somebody who comes without a good token. @throws Fault `messenger/too-many-sessions` */
  countNewcomer(): void;
  /** Called for each contact whose own contacts are others now. */
  onMerged(contactId: string): void;
}

/** What a messenger sends to say who its visitor is. */
export interface SessionRequest {
  token: string | null;
  identity: string | null;
  language: string | null;
}

/** A session, with whether more is known of the contact now than before. */
export interface OpenedSession {
  grant: MessengerGrant;
  contact: StoredContact;
  hasNews: boolean;
}

const DAY_MS = 24 * 60 * 60_000;
/** How long somebody anonymous is known who doesn't come back. */
const ANONYMOUS_LIFE_MS = 365 * DAY_MS;
/** At most; never longer than the identity itself. */
const IDENTIFIED_LIFE_MS = DAY_MS;
/** Being seen is written down again after that. */
const SEEN_EVERY_MS = 60_000;

/**
 * Finds or makes the contact of a visitor. A signed identity counts more than a token. Somebody anonymous who is identified becomes
 * part of that contact; somebody identified never becomes part of another. The token of an identified contact ends with the identity.
 * @throws Fault `messenger/no-identity-secret`, `messenger/wrong-identity`, `messenger/identity-expired`, `messenger/too-many-sessions`
 */
export async function openSession(deps: OpenSessionDeps, place: ChannelPlace, request: SessionRequest): Promise<OpenedSession> {
  const nowMs = Math.floor(deps.clock.nowMs());
  const known = await findKnown(deps, place, request.token);
  if (!known) deps.countNewcomer();
  if (request.identity !== null) {
    const identity = await readIdentity(deps, place, request.identity);
    const seen = await findOrInsert(deps, place, { externalId: identity.externalId, signed: identity.info, language: request.language ?? '' });
    const { contact, isMerged } = await mergeInto(deps, seen.contact, known?.contact ?? null);
    const after = await noteSeen(deps, contact, { ...contact.info, signed: identity.info, language: request.language ?? contact.info.language });
    return { grant: toGrant(place, contact, Math.min(identity.expiresAtMs, nowMs + IDENTIFIED_LIFE_MS)), contact: after.contact, hasNews: isMerged || after.hasNews };
  }
  if (known) {
    const { contact, grant } = known;
    const after = await noteSeen(deps, contact, { ...contact.info, language: request.language ?? contact.info.language });
    return { grant: grant.isIdentified ? grant : toGrant(place, contact, nowMs + ANONYMOUS_LIFE_MS), ...after };
  }
  const { contact } = await findOrInsert(deps, place, { externalId: null, signed: {}, language: request.language ?? '' });
  return { grant: toGrant(place, contact, nowMs + ANONYMOUS_LIFE_MS), contact, hasNews: false };
}

/** The contact of a token that is good here and now. */
async function findKnown({ tokens, contacts, clock }: OpenSessionDeps, { channelId, workspaceId }: ChannelPlace, token: string | null): Promise<{ grant: MessengerGrant; contact: StoredContact } | null> {
  const grant = token === null ? null : tokens.verify(token);
  if (!grant || grant.expiresAtMs <= clock.nowMs() || grant.channelId !== channelId || grant.workspaceId !== workspaceId) return null;
  const contact = await contacts.find(grant.contactId);
  return contact && contact.mergedIntoId === null ? { grant, contact } : null;
}

async function readIdentity({ vault, clock }: OpenSessionDeps, { channelId, workspaceId, sealedSecret }: ChannelPlace, identity: string): Promise<Identity> {
  if (sealedSecret === null) throw new Fault('conflict', 'messenger/no-identity-secret', 'This channel has no secret to sign identities with. Make one in its settings first.');
  return verifyIdentity({ clock }, identity, vault.open(sealedSecret, toOwner({ id: channelId, workspaceId })));
}

interface Newcomer {
  externalId: string | null;
  signed: StoredContactInfo['signed'];
  language: string;
}

async function findOrInsert({ contacts, newId, clock }: OpenSessionDeps, { channelId }: ChannelPlace, { externalId, signed, language }: Newcomer): Promise<{ contact: StoredContact }> {
  const found = externalId === null ? null : await contacts.findIdentified(channelId, externalId);
  const inserted = found ?? (await contacts.insert({ id: newId(), channelId, externalId, info: { signed, told: {}, language }, customData: {}, lastSeenAtMs: Math.floor(clock.nowMs()) }));
  // Refused only when the same identity came over another connection at the same time.
  const contact = inserted ?? (externalId === null ? null : await contacts.findIdentified(channelId, externalId));
  if (!contact) throw new Error('A contact could neither be made nor found.');
  return { contact };
}

/** Takes somebody anonymous into an identified contact, with what bots remember of them and what the page told before. */
async function mergeInto({ contacts, onMerged, clock }: OpenSessionDeps, contact: StoredContact, before: StoredContact | null): Promise<{ contact: StoredContact; isMerged: boolean }> {
  if (!before || before.externalId !== null || !(await contacts.merge(before.id, contact.id, Math.floor(clock.nowMs())))) return { contact, isMerged: false };
  onMerged(before.id);
  onMerged(contact.id);
  const told = { ...before.info.told, ...contact.info.told };
  const customData = Object.keys(contact.customData).length > 0 ? contact.customData : before.customData;
  const merged = { ...contact, info: { ...contact.info, told }, customData };
  await contacts.update(merged);
  return { contact: merged, isMerged: true };
}

/** Writes down that a contact was here and what was learned; nothing when that is as good as known. */
async function noteSeen({ contacts, clock }: OpenSessionDeps, contact: StoredContact, info: StoredContactInfo): Promise<{ contact: StoredContact; hasNews: boolean }> {
  const nowMs = Math.floor(clock.nowMs());
  const hasNews = !isSameJson(contact.info, info);
  if (!hasNews && nowMs - contact.lastSeenAtMs < SEEN_EVERY_MS) return { contact, hasNews };
  const after = { ...contact, info, lastSeenAtMs: nowMs };
  await contacts.update(after);
  return { contact: after, hasNews };
}

function toGrant({ channelId, workspaceId }: ChannelPlace, contact: StoredContact, expiresAtMs: number): MessengerGrant {
  return { contactId: contact.id, channelId, workspaceId, isIdentified: contact.externalId !== null, expiresAtMs };
}
