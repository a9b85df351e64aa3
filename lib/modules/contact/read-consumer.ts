import type { Consumer } from '@/lib/engine/state/conversation-state.schema';
import { toConsumer } from './contact.rules';
import { toKnownContact, type contactStore } from './contact.store';

/**
 * Who talks in a conversation that a contact begins, with all that is known of it.
 * @returns null when there is no such contact
 */
export async function readConsumer({ contacts }: { contacts: Pick<ReturnType<typeof contactStore>, 'find'> }, contactId: string): Promise<Consumer | null> {
  const contact = await contacts.find(contactId);
  return contact && toConsumer(toKnownContact(contact));
}
