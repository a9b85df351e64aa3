import { isSameFileType } from '@/lib/engine/text/file-type';
import type { ChannelSettings } from '@/lib/modules/channel/channel.schema';
import { toFileType } from '@/lib/modules/conversation/file-type.rules';

/** A question for a file that waits for its answer. */
export interface FileQuestion {
  /** Extensions; empty: any. */
  acceptedTypes: readonly string[];
}

/** What a visitor may upload now. */
export interface FileLimits {
  /** Whether files are taken at all. */
  isWanted: boolean;
  /** Extensions in lower case, without a dot; empty: any. */
  types: string[];
  bytesMax: number;
}

const MEGABYTE = 1024 * 1024;

/** A question for a file always takes one, of the types that it asks for; else the channel decides. The size is the channel's in any case. */
export function toFileLimits({ features, fileTypes, fileMegabytesMax }: Pick<ChannelSettings, 'features' | 'fileTypes' | 'fileMegabytesMax'>, question: FileQuestion | null): FileLimits {
  const asked = question?.acceptedTypes.map((type) => type.toLowerCase().replace(/^\./, '')) ?? [];
  return { isWanted: question !== null || features.attachments, types: asked.length > 0 ? asked : fileTypes, bytesMax: fileMegabytesMax * MEGABYTE };
}

/** Whether a file's name is of an accepted type. `jpg` and `jpeg` are the same. */
export function isAcceptedType(fileName: string, types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => isSameFileType(type, toFileType(fileName)));
}
