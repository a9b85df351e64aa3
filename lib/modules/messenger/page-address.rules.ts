import { escapeHtml } from '@/lib/engine/messages/escape-html';
import type { Message } from '@/lib/engine/messages/message.schema';

/**
 * Whether a message sent by the bot or a person leads to an address: as a button, a card, a picture, or a link in its text. What consumers
 * write themselves leads nowhere: they could have us ask any address.
 */
export function leadsTo({ actor, parts }: Pick<Message, 'actor' | 'parts'>, url: string): boolean {
  if (actor.kind === 'consumer') return false;
  const link = `href="${escapeHtml(url)}"`;
  const isThere = (value: unknown): boolean => {
    if (typeof value === 'string') return value === url || value.includes(link);
    return typeof value === 'object' && value !== null && Object.values(value).some(isThere);
  };
  return isThere(parts);
}
