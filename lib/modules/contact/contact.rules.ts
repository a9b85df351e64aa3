import { z } from 'zod';
import type { JsonValue } from '@/lib/engine/json';
import type { Consumer } from '@/lib/engine/state/conversation-state.schema';
import { contactInfoSchema, type Contact, type ContactInfo } from './contact.schema';

/** What is kept of a contact's data: by whom it was told, because a signature counts for more than the page. */
export const storedContactInfoSchema = z.object({
  /** By the site's signed identity; the latest one counts as a whole. */
  signed: contactInfoSchema.default({}),
  /** By the site's page, which anybody can change in the browser. */
  told: contactInfoSchema.default({}),
  /** The visitor's language, of the latest session that told one; empty: not known. */
  language: z.string().default(''),
});
export type StoredContactInfo = z.infer<typeof storedContactInfoSchema>;

/** What is known of a contact: what was signed, and what the page told beyond it. */
export function toContactInfo({ signed, told }: StoredContactInfo): ContactInfo {
  return { ...told, ...signed };
}

/** With what the page tells now: what it leaves out stays, an empty text removes. */
export function withTold(stored: StoredContactInfo, info: ContactInfo): StoredContactInfo {
  return { ...stored, told: withoutEmpty({ ...stored.told, ...info }) };
}

/** Without empty texts. */
export function withoutEmpty(info: ContactInfo): ContactInfo {
  return Object.fromEntries(Object.entries(info).filter(([, value]) => value !== undefined && value !== ''));
}

/** A contact as bots know it. */
export interface KnownContact extends Pick<Contact, 'id' | 'info' | 'customData'> {
  language: string;
}

/** Who talks, when a contact begins a conversation. */
export function toConsumer(contact: KnownContact): Consumer {
  return withContact({ id: contact.id, name: '', email: '', channel: 'lp_web', language: '', personalInfo: null, customerInfo: null }, contact);
}

/**
 * Somebody who talks, with what is known of the contact now. Name and address that a script has set stay where the contact has none;
 * the id stays in any case.
 */
export function withContact(consumer: Consumer, contact: KnownContact): Consumer {
  const { info } = contact;
  const language = contact.language || consumer.language;
  return { ...consumer, name: info.name ?? consumer.name, email: info.email ?? consumer.email, language, personalInfo: toPersonalInfo(info, language), customerInfo: toCustomerInfo(contact) };
}

const GENDERS = { m: 'MALE', f: 'FEMALE', d: 'OTHER' };

/** Source: conversation-builder reference, section 5.4, `getLPUserPersonalInfo`. */
function toPersonalInfo(info: ContactInfo, language: string): JsonValue {
  const [firstname = '', ...rest] = (info.name ?? '').split(/\s+/);
  const phone = info.mobileNumber ?? info.phoneNumber;
  const contact = { ...(info.email ? { email: info.email } : {}), ...(phone ? { phone } : {}) };
  const personal = {
    ...(firstname ? { firstname } : {}),
    ...(rest.length > 0 ? { lastname: rest.join(' ') } : {}),
    ...(Object.keys(contact).length > 0 ? { contacts: [contact] } : {}),
    ...(info.gender ? { gender: GENDERS[info.gender] } : {}),
    ...(info.company ? { company: info.company } : {}),
  };
  return Object.keys(personal).length === 0 ? null : { ...personal, ...(language ? { language } : {}) };
}

/**
 * The site's custom data stand beside the vendor's own fields, under their own names; what is known of the contact counts more.
 * Source: conversation-builder reference, section 5.4, `getLPCustomerInfo`.
 */
function toCustomerInfo({ info, customData }: KnownContact): JsonValue {
  const customer = { ...customData, ...(info.externalCustomerId ? { customerId: info.externalCustomerId } : {}) };
  return Object.keys(customer).length === 0 ? null : customer;
}
