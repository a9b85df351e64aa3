import { sizeText } from '@/components/messenger/size-text';
import type { MessengerLocale } from '@/components/messenger/words/messenger-locale';
import { MessengerProblem } from '@/lib/client/messenger/messenger-problem';
import type { MessagePart } from '@/lib/engine/messages/message.schema';
import { isAcceptedType } from '@/lib/modules/messenger/file-limits.rules';

const MEGABYTE = 1_024 * 1_024;

/** What is taken now: extensions, none meaning any, and the size. */
export type TakenFiles = { fileTypes: readonly string[]; fileMegabytesMax: number };

/** Why a file is not taken, in words; null when it is. */
export function checkFile({ name, size }: Pick<File, 'name' | 'size'>, { fileTypes, fileMegabytesMax }: TakenFiles, { words, language }: MessengerLocale): string | null {
  if (!isAcceptedType(name, fileTypes)) return words.wrongType(name, toTypeNames(fileTypes));
  const bytesMax = fileMegabytesMax * MEGABYTE;
  return size > bytesMax ? words.tooLarge(name, sizeText(size, language), sizeText(bytesMax, language)) : null;
}

/** Why the server did not take a file, in words; null when it did not refuse it for what it is. */
export function explainRefusal(error: unknown, { name }: Pick<File, 'name'>, { words }: MessengerLocale): string | null {
  return error instanceof MessengerProblem && error.acceptedTypes !== null ? words.wrongType(name, toTypeNames(error.acceptedTypes)) : null;
}

/** Types that an open question for a file asks for; null when nothing in particular is asked for. They count in place of the channel's. */
export function findAskedTypes(messages: readonly { actor: { kind: string }; parts: readonly MessagePart[] }[]): readonly string[] | null {
  const lastOwnIndex = messages.findLastIndex(({ actor }) => actor.kind === 'consumer');
  const asked = messages.slice(lastOwnIndex + 1).flatMap(({ parts }) => parts).findLast((part) => part.kind === 'file-request');
  return asked && asked.acceptedTypes.length > 0 ? asked.acceptedTypes.map((type) => type.toLowerCase().replace(/^\./, '')) : null;
}

function toTypeNames(types: readonly string[]): string {
  return types.map((type) => type.toUpperCase()).join(', ');
}
