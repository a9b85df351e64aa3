import type { ContactInfo } from '@/lib/modules/contact/contact.schema';

const KEYS: Record<string, keyof ContactInfo> = {
  name: 'name',
  email: 'email',
  phoneNumber: 'phoneNumber',
  phone_number: 'phoneNumber',
  mobileNumber: 'mobileNumber',
  mobile_number: 'mobileNumber',
  company: 'company',
  externalCustomerId: 'externalCustomerId',
  external_customer_id: 'externalCustomerId',
  city: 'city',
  street: 'street',
  country: 'country',
  salutation: 'salutation',
  gender: 'gender',
};

/**
 * Contact info as a site gives it, in our spelling or that of the reference; the values are checked by the server.
 * `unknown`: keys that mean nothing here and are passed over. Source: event-callbacks reference, section 13.
 */
export function toContactInfo(given: object): { info: ContactInfo; unknown: string[] } {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined && value !== null);
  const isKnown = (key: string) => Object.prototype.hasOwnProperty.call(KEYS, key);
  return {
    info: Object.fromEntries(entries.flatMap(([key, value]) => (isKnown(key) ? [[KEYS[key], value]] : []))),
    unknown: entries.flatMap(([key]) => (isKnown(key) ? [] : [key])),
  };
}
