import { createSigner } from '@/lib/platform/vault/create-signer';
import type { KeyRing } from '@/lib/platform/vault/create-vault';

/** A file as it stands in a conversation. */
export interface FilePlace {
  conversationId: string;
  fileId: string;
}

/** Addresses of files for consumers. Nothing of them is stored: whoever has one may read that file, as with a link that was passed on. */
export interface FileAddresses {
  /** The address, signed. The same file always has the same, so that browsers need to load it once only. */
  sign(place: FilePlace): string;
  isSigned(place: FilePlace, signature: string): boolean;
}

/** Makes addresses under a key derived from the master key. The conversation is signed along: a bot can't be talked into signing a file of another one. */
export function createFileAddresses(keyRing: KeyRing): FileAddresses {
  const signer = createSigner(keyRing, 'parley messenger files');
  const toText = ({ conversationId, fileId }: FilePlace) => JSON.stringify([conversationId, fileId]);
  return {
    sign: (place) => `/api/messenger/files/${encodeURIComponent(place.fileId)}/${signer.sign(toText(place))}`,
    isSigned: (place, signature) => signer.isSigned(toText(place), signature),
  };
}
