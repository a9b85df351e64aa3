import type { ConnectionStatus } from '@/lib/client/messenger/live-connection';
import type { PendingSend } from '@/lib/client/messenger/pending-send';
import type { Thread } from '@/lib/client/messenger/thread';
import type { Contact } from '@/lib/modules/contact/contact.schema';
import type { ConsumerConversation, MessengerConfig } from '@/lib/modules/messenger/messenger.schema';

/** A page over the conversation. */
export type OpenedPage = { title: string; url: string; height: 'compact' | 'tall' | 'full'; conversationId: string; afterTurn: number };

/** What one tells the consumer in passing. */
export type Hint = 'too-fast' | 'session-ended';

/** Everything that a messenger knows; never changed in place. */
export type MessengerState = {
  /** `gone`: there is no such channel. */
  status: 'starting' | 'ready' | 'gone';
  /** Null while it is not known. */
  config: MessengerConfig | null;
  /** Whether a loader shows the messenger on a site's page. */
  isEmbedded: boolean;
  isOpen: boolean;
  /** Whether it fills the screen. */
  isNarrow: boolean;
  /** The language that the site asks for. */
  siteLanguage: string | null;
  contact: Contact | null;
  /** Most recently active first. */
  conversations: readonly ConsumerConversation[];
  /** Null: a conversation that has not begun. */
  currentId: string | null;
  /** Why a conversation could not begin or be loaded, by code; null: nothing is wrong. */
  troubleCode: string | null;
  isBeginning: boolean;
  threads: Readonly<Record<string, Thread>>;
  pending: readonly PendingSend[];
  /** Unsent texts by conversation; `new` for the one that has not begun. */
  drafts: Readonly<Record<string, string>>;
  connection: ConnectionStatus;
  isOnline: boolean;
  hint: Hint | null;
  /** The identified contact whose unsent texts this device keeps; null: somebody's who is anonymous. */
  keptFor: string | null;
  /** Another number after each visitor who has left; nothing that was on screen stays then. */
  visitCount: number;
  /** Which privacy notice was accepted. */
  acceptedNotice: string | null;
  /** The divider of what is new stands behind this message of the current conversation. */
  unreadAfterSeq: number | null;
  page: OpenedPage | null;
};

/** A messenger that knows nothing yet. */
export const firstState: MessengerState = {
  status: 'starting',
  config: null,
  isEmbedded: false,
  isOpen: false,
  isNarrow: false,
  siteLanguage: null,
  contact: null,
  conversations: [],
  currentId: null,
  troubleCode: null,
  isBeginning: false,
  threads: {},
  pending: [],
  drafts: {},
  connection: 'idle',
  isOnline: true,
  hint: null,
  keptFor: null,
  visitCount: 0,
  acceptedNotice: null,
  unreadAfterSeq: null,
  page: null,
};

/** Key of the unsent text of a conversation. */
export function toDraftKey(conversationId: string | null): string {
  return conversationId ?? 'new';
}
