import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * What a page without a signed link shows: lower-case hex. Browsers' own hashes are not there for studios served without HTTPS.
 * Source: conversation-builder reference, section 4.1.
 */
export function toPageHash({ conversationId, botId }: { conversationId: string; botId: string }): string {
  return bytesToHex(sha256(utf8ToBytes(`${conversationId} || ${botId}`)));
}
