import type { z } from 'zod';
import { Fault } from '@/lib/engine/fault';
import type { ConsumerScope } from '@/lib/http/route/request-scope';
import type { ChannelSettings } from '@/lib/modules/channel/channel.schema';
import { assertOpen } from '@/lib/modules/conversation/conversation.rules';
import { storeFile, type IncomingFile, type StoreFileDeps } from '@/lib/modules/conversation/store-file';
import type { ContactRates } from './contact-rates';
import type { FileAddresses } from './file-addresses';
import { isAcceptedType, toFileLimits, type FileQuestion } from './file-limits.rules';
import type { uploadConsumerFile as uploadContract } from './messenger.contract';
import type { OwnConversationStore } from './own-conversation.store';
import { getOwnConversation } from './own-conversations';

export interface UploadConsumerFileDeps extends StoreFileDeps {
  store: Pick<OwnConversationStore, 'find'>;
  rates: Pick<ContactRates, 'files'>;
  fileAddresses: FileAddresses;
  /** @throws Fault `messenger/session-required` when the channel is gone */
  getSettings(channelId: string): Promise<ChannelSettings>;
  findQuestion(conversationId: string): Promise<FileQuestion | null>;
}

/** A file on its way; its bytes are read once it is clear how many there may be. */
export interface ConsumerFile extends Pick<IncomingFile, 'fileName' | 'contentType'> {
  conversationId: string;
  read(bytesMax: number): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Keeps a file that a visitor is about to send.
 * @throws Fault `conversation/not-found`, `conversation/closed`, `messenger/files-not-wanted`, `messenger/file-type-refused`,
 * `messenger/too-many-files`, `request/too-large`
 */
export async function uploadConsumerFile(deps: UploadConsumerFileDeps, scope: ConsumerScope, file: ConsumerFile): Promise<z.output<NonNullable<(typeof uploadContract)['result']>>> {
  const { conversationId, fileName, contentType } = file;
  assertOpen(await getOwnConversation(deps.store, conversationId));
  const [settings, question] = await Promise.all([deps.getSettings(scope.channelId), deps.findQuestion(conversationId)]);
  const { isWanted, types, bytesMax } = toFileLimits(settings, question);
  if (!isWanted) throw new Fault('denied', 'messenger/files-not-wanted', 'This messenger takes files only when the bot asks for one.');
  if (!isAcceptedType(fileName, types)) {
    throw new Fault('invalid', 'messenger/file-type-refused', `Files of this type are not taken here. Send one of these: ${types.join(', ')}.`, { extra: { acceptedTypes: types } });
  }
  deps.rates.files.take(scope.contactId);
  const { id, attachment } = await storeFile(deps, conversationId, { fileName, contentType, read: () => file.read(bytesMax) });
  return { fileId: id, fileName, bytes: attachment.bytes, url: deps.fileAddresses.sign({ conversationId, fileId: id }) };
}
