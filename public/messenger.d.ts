/**
 * Types of Parley's messenger on your page (`window.parley`). Copy this file into your project, or reference it:
 * `/// <reference path="…/messenger.d.ts" />`. The guide docs/messenger.md explains every method.
 */

/** Details by event. They never hold what was said. */
export type ParleyEvents = {
  /** The launcher is there. Who listens later is told at once. */
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

/** What is known of the visitor. What is left out stays as it is; an empty text removes it. */
export type ParleyContactInfo = {
  name?: string;
  email?: string;
  phoneNumber?: string;
  mobileNumber?: string;
  company?: string;
  externalCustomerId?: string;
  city?: string;
  street?: string;
  country?: string;
  salutation?: '' | 'mr' | 'ms' | 'pr' | 'prof';
  gender?: '' | 'm' | 'f' | 'd';
};

/** The same in the spelling of `@userlike/messenger`. */
export type ParleyContactInfoSnakeCase = Omit<ParleyContactInfo, 'phoneNumber' | 'mobileNumber' | 'externalCustomerId'> & {
  phone_number?: string;
  mobile_number?: string;
  external_customer_id?: string;
};

/** A JWT (HS256) that your server signed for the visitor, or a function that gets one; it is asked again before it expires. */
export type ParleyIdentity = string | (() => string | Promise<string>);

export type ParleyState = {
  /** `unavailable`: the messenger can't be shown here; the console says why. */
  status: 'loading' | 'ready' | 'unavailable';
  channelId: string;
  isOpen: boolean;
  /** Whether the launcher is hidden. */
  isHidden: boolean;
  unreadCount: number;
};

/** Why a promise was rejected. */
export type ParleyError = Error & { code: string };

export interface ParleyMethods {
  open(): void;
  close(): void;
  toggle(): void;
  /** Shows the launcher again. */
  show(): void;
  /** Closes the messenger and hides the launcher. `open()` still opens it. */
  hide(): void;
  identify(identity: ParleyIdentity): Promise<void>;
  /** Ends the visitor's session in this browser, in all its tabs: what was said is no longer shown here. */
  logout(): Promise<void>;
  /** What your site knows of the visit, at most 16,000 characters as JSON. Replaces what was set before. */
  setCustomData(data: Record<string, unknown>): Promise<void>;
  setContactInfo(info: ParleyContactInfo | ParleyContactInfoSnakeCase): Promise<void>;
  /** Begins a conversation and opens the messenger: with something said for the visitor, with a dialog of the bot, or with its greeting. Texts must not be empty. */
  startConversation(options?: { message?: string; dialog?: string }): Promise<{ conversationId: string }>;
  /** Calls the listener at each event; gives a function that ends it. */
  on<Name extends keyof ParleyEvents>(event: Name, listener: (detail: ParleyEvents[Name]) => void): () => void;
  getState(): ParleyState;
}

/** A function too, so that calls can be queued before the script has loaded: `parley('open')` is `parley.open()`. */
export type Parley = ParleyMethods & (<Name extends keyof ParleyMethods>(method: Name, ...args: Parameters<ParleyMethods[Name]>) => ReturnType<ParleyMethods[Name]> | undefined);

declare global {
  interface Window {
    parley: Parley;
  }
}
