/** What a site's script tag says. Documented in docs/messenger.md. */
export interface LoaderOptions {
  channelId: string;
  /** Address of the messenger's page for this channel. */
  frameUrl: string;
  /** Null: that of the consumer's browser. */
  language: string | null;
  isOpen: boolean;
  /** No launcher; the site has a button of its own. */
  isHidden: boolean;
  zIndex: number;
  /** Name of the frame, for screen readers. */
  title: string;
}

/** Above what sites have, below the largest possible, which some use for what must cover everything. */
const Z_INDEX_DEFAULT = 2_147_483_000;

const languagePattern = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/**
 * Reads the data attributes of the script tag; what can't be used has its default.
 * @param tag `pageLanguage` is what the page says of itself
 * @returns null without a channel
 */
export function readOptions(tag: { src: string; data: Record<string, string | undefined>; pageLanguage: string }): LoaderOptions | null {
  const { channel = '', language, open, hidden, zIndex, title } = tag.data;
  const channelId = channel.trim();
  if (channelId === '') return null;
  return {
    channelId,
    frameUrl: new URL(`messenger/${encodeURIComponent(channelId)}`, tag.src).href,
    language: [language ?? '', tag.pageLanguage].map((text) => text.trim()).find((text) => languagePattern.test(text)) ?? null,
    isOpen: isSet(open),
    isHidden: isSet(hidden),
    zIndex: /^-?\d{1,10}$/.test(zIndex?.trim() ?? '') ? Number(zIndex) : Z_INDEX_DEFAULT,
    title: title?.trim() || 'Messenger',
  };
}

/** As HTML has it: the attribute's presence says yes; `false` may be written out. */
function isSet(value: string | undefined): boolean {
  return value !== undefined && value.trim().toLowerCase() !== 'false';
}
