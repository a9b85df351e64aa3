/**
 * What the loader on a site's page and the messenger's frame say to each other by `postMessage`. Every message is an object with
 * `parley: 1` and a `kind`. Each side checks `event.source` and, where it knows it, `event.origin`.
 */
import type { ChannelSettings } from '@/lib/modules/channel/channel.schema';
import type { ContactInfo } from '@/lib/modules/contact/contact.schema';

/** What a site's script may listen for. `detail` never holds what was said. */
export type MessengerEventName = 'ready' | 'opened' | 'closed' | 'message' | 'unread' | 'conversation-started' | 'conversation-ended' | 'web-view-opened' | 'web-view-closed';

/** Details by event. */
export type MessengerEventDetail = {
  ready: null;
  opened: null;
  closed: null;
  /** A message of anybody has come into sight or is unread. */
  message: { conversationId: string; seq: number; from: 'consumer' | 'bot' | 'operator' | 'system' };
  unread: { count: number };
  'conversation-started': { conversationId: string };
  'conversation-ended': { conversationId: string };
  'web-view-opened': { conversationId: string; url: string };
  /** `posted`: the page has written back; `page`: the page asked for it; `consumer`: it was closed by hand. */
  'web-view-closed': { conversationId: string; by: 'posted' | 'page' | 'consumer' };
};

/** From the loader to the frame. `callId` is answered by `result`. */
export type LoaderMessage =
  /** The first one, in answer to `hello`. `token` is what the frame asked to be kept on an earlier page. */
  | { kind: 'init'; token: string | null; language: string | null; isOpen: boolean; isNarrow: boolean; hostOrigin: string }
  | { kind: 'visibility'; isOpen: boolean; isNarrow: boolean }
  /** Another tab of the site keeps another token now: somebody signed in or out there. */
  | { kind: 'token-changed'; token: string | null }
  | { kind: 'identify'; callId: number; identity: string }
  | { kind: 'logout'; callId: number }
  | { kind: 'set-custom-data'; callId: number; data: Record<string, unknown> }
  | { kind: 'set-contact-info'; callId: number; info: ContactInfo }
  | { kind: 'start-conversation'; callId: number; message: string | null; dialog: string | null };

/** From the frame to the loader. */
export type FrameMessage =
  /** The frame's script runs and waits for `init`. */
  | { kind: 'hello' }
  /** How the launcher looks; comes once the settings are known and when the language changes. */
  | { kind: 'launcher'; look: LauncherLook }
  /** To be kept for the site's next page; null: to be forgotten. */
  | { kind: 'token'; token: string | null }
  /** The consumer closed the messenger, or something asks to be seen. */
  | { kind: 'open' | 'close' }
  | { kind: 'event'; name: MessengerEventName; detail: MessengerEventDetail[MessengerEventName] }
  /** The call waits for the visitor's decision, however long that takes; `result` comes once it is made. */
  | { kind: 'undecided'; callId: number }
  | { kind: 'result'; callId: number; problem: { code: string; message: string } | null; value: unknown }
  /** The channel can't be used: deleted, or this site is not among its origins. Nothing is shown then. */
  | { kind: 'unavailable'; reason: string };

/** How the launcher looks. */
export type LauncherLook = {
  /** Of what stands around the frame; `auto`: as the visitor's device wants it. */
  scheme: 'auto' | 'light' | 'dark';
  accent: string;
  /** Of the icon and label upon the accent. */
  accentInk: string;
  icon: 'chat' | 'question' | 'logo';
  logoUrl: string;
  position: 'right' | 'left';
  offsetX: number;
  offsetY: number;
  /** Empty: the icon alone. */
  label: string;
  /** Beside the launcher until it was opened or dismissed; empty: no bubble. */
  welcome: string;
  /** Of the launcher, for screen readers. */
  openLabel: string;
  closeLabel: string;
  dismissLabel: string;
  direction: 'ltr' | 'rtl';
};

/**
 * From a page of this same origin to a frame opened as `/messenger/<channelId>?preview`, again with every change: show these settings,
 * saved or not, with a made-up conversation. Such a frame says `hello` when it is ready, calls no route and sends nothing else.
 * Without `language` it speaks the channel's own.
 */
export type PreviewMessage = { kind: 'preview-settings'; settings: Omit<ChannelSettings, 'allowedOrigins'>; botName: string; language?: string };

/** A message with its mark, as it goes over the wire. */
export type Marked<Message> = Message & { parley: 1 };

/** What a web view's page sends to its parent to be closed. */
export const CLOSE_MESSAGE = 'parley:close';
