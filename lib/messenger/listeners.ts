import type { MessengerEventDetail, MessengerEventName } from './frame-protocol';
import { warn } from './warn';

const NAMES: readonly MessengerEventName[] = ['ready', 'opened', 'closed', 'message', 'unread', 'conversation-started', 'conversation-ended', 'web-view-opened', 'web-view-closed'];

type Listener = (detail: MessengerEventDetail[MessengerEventName]) => void;

/** Who listens to what. */
export interface Listeners {
  /** Gives a function that ends it. A listener that can't be used is warned of and never called. */
  add(name: unknown, listener: unknown): () => void;
  /** Tells `ready` to one that came late; not at once, as events never come while a call is under way. */
  catchUp(listener: unknown): void;
  tell(name: MessengerEventName, detail: MessengerEventDetail[MessengerEventName]): void;
}

export function isEventName(name: unknown): name is MessengerEventName {
  return NAMES.some((known) => known === name);
}

/** No listeners yet. A listener's failure is the site's own and stops nobody else. */
export function createListeners(): Listeners {
  const added = new Set<{ name: MessengerEventName; listener: Listener }>();
  return {
    add(name, listener) {
      if (!isEventName(name) || typeof listener !== 'function') {
        warn(`on(event, listener) takes a function and one of these events: ${NAMES.join(', ')}.`);
        return () => undefined;
      }
      // Checked to be a function; which details it takes is told by its event.
      const entry = { name, listener: listener as Listener };
      added.add(entry);
      return () => void added.delete(entry);
    },
    catchUp(listener) {
      if (typeof listener === 'function') setTimeout(() => tellOne(listener as Listener, null));
    },
    tell(name, detail) {
      for (const entry of [...added]) if (entry.name === name) tellOne(entry.listener, detail);
    },
  };
}

function tellOne(listener: Listener, detail: MessengerEventDetail[MessengerEventName]): void {
  try {
    listener(detail);
  } catch (error) {
    console.error('Parley: a listener of this page failed.', error);
  }
}
