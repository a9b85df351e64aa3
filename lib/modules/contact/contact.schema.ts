import { z } from 'zod';
import { jsonValueSchema } from '@/lib/engine/json';

const text = (max: number) => z.string().trim().max(max, `Use at most ${max.toLocaleString('en')} characters.`);

/**
 * What is known of a contact. Source of the keys: event-callbacks reference, section 13, in our spelling.
 * What is left out is not known; an empty text removes it.
 */
export const contactInfoSchema = z.object({
  name: text(200).optional(),
  email: z.union([z.literal(''), z.email('Write an address such as ada@example.com.').max(320, 'Use at most 320 characters.')]).optional(),
  phoneNumber: text(50).optional(),
  mobileNumber: text(50).optional(),
  company: text(200).optional(),
  externalCustomerId: text(255).optional(),
  city: text(200).optional(),
  street: text(200).optional(),
  country: text(100).optional(),
  salutation: z.enum(['', 'mr', 'ms', 'pr', 'prof']).optional(),
  gender: z.enum(['', 'm', 'f', 'd']).optional(),
});
export type ContactInfo = z.infer<typeof contactInfoSchema>;

/** Largest custom data of a contact, as JSON text. */
export const CUSTOM_DATA_LENGTH_MAX = 16_000;

/** What a site tells about a contact or its visit: an object of whatever the site likes. */
export const customDataSchema = z
  .record(z.string().min(1, 'Enter a name.').max(200, 'Use at most 200 characters.'), jsonValueSchema)
  .refine((data) => JSON.stringify(data).length <= CUSTOM_DATA_LENGTH_MAX, `Use at most ${CUSTOM_DATA_LENGTH_MAX.toLocaleString('en')} characters in all.`);

/** A consumer as the messenger knows it. */
export const contactSchema = z.object({
  id: z.string(),
  /** Whether the site has signed who it is. */
  isIdentified: z.boolean(),
  info: contactInfoSchema,
  customData: customDataSchema,
});
export type Contact = z.infer<typeof contactSchema>;
