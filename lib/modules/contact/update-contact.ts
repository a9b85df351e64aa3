import { withTold } from './contact.rules';
import type { Contact, ContactInfo } from './contact.schema';
import type { contactStore, StoredContact } from './contact.store';

/** What a page tells about its visitor; what is left out stays, custom data are replaced as a whole. */
export interface ContactChange {
  info?: ContactInfo | undefined;
  customData?: Contact['customData'] | undefined;
}

/**
 * Keeps what a page tells about its visitor. It counts where the site has signed nothing else.
 * @returns null when the contact is not there any more, or was merged into another
 */
export async function updateContact({ contacts }: { contacts: Pick<ReturnType<typeof contactStore>, 'find' | 'update'> }, contactId: string, { info, customData }: ContactChange): Promise<StoredContact | null> {
  const before = await contacts.find(contactId);
  if (!before || before.mergedIntoId !== null) return null;
  const after = { ...before, info: withTold(before.info, info ?? {}), customData: customData ?? before.customData };
  await contacts.update(after);
  return after;
}
