import type { z } from 'zod';
import { contactInfoSchema, type ContactInfo } from '@/lib/modules/contact/contact.schema';
import { withoutEmpty } from '@/lib/modules/contact/contact.rules';

/** Our names of what a token may claim of somebody, by the names in the token. Source: event-callbacks reference, section 13. */
const FIELD_BY_CLAIM = {
  name: 'name',
  email: 'email',
  phone_number: 'phoneNumber',
  mobile_number: 'mobileNumber',
  company: 'company',
  external_customer_id: 'externalCustomerId',
  city: 'city',
  street: 'street',
  country: 'country',
  salutation: 'salutation',
  gender: 'gender',
} as const satisfies Record<string, keyof ContactInfo>;

/**
 * What a verified token says of somebody; our own spelling of the names is understood too. What can't be used, such as an address
 * that is none, is left out: nobody is kept from talking because a customer's record is untidy.
 */
export function toSignedInfo(claims: Record<string, unknown>): ContactInfo {
  const read = ([claim, field]: [string, keyof ContactInfo]) => {
    const shape: z.ZodType = contactInfoSchema.shape[field];
    const parsed = shape.safeParse(claims[claim] ?? claims[field]);
    return parsed.success ? [[field, parsed.data]] : [];
  };
  // Each value was parsed by its field's schema.
  return withoutEmpty(Object.fromEntries((Object.entries(FIELD_BY_CLAIM) as [string, keyof ContactInfo][]).flatMap(read)) as ContactInfo);
}
