import { sizeText } from '@/components/messenger/size-text';
import type { MessengerLocale } from '@/components/messenger/words/messenger-locale';
import type { FrameSettings } from '@/components/messenger/frame/channel-texts';

const MEGABYTE = 1_024 * 1_024;

/** Why a channel does not take a file, in words; null when it does. */
export function checkFile({ name, size }: Pick<File, 'name' | 'size'>, { fileTypes, fileMegabytesMax }: Pick<FrameSettings, 'fileTypes' | 'fileMegabytesMax'>, { words, language }: MessengerLocale): string | null {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (fileTypes.length > 0 && !fileTypes.includes(extension)) return words.wrongType(name, fileTypes.map((type) => type.toUpperCase()).join(', '));
  const bytesMax = fileMegabytesMax * MEGABYTE;
  return size > bytesMax ? words.tooLarge(name, sizeText(size, language), sizeText(bytesMax, language)) : null;
}
