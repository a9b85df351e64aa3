import type { FrameMessage, LoaderMessage, Marked, MessengerEventDetail, MessengerEventName } from '@/lib/messenger/frame-protocol';

/** What the loader says first. */
export type Init = Extract<LoaderMessage, { kind: 'init' }>;
/** What a site's script asks for. */
export type LoaderCall = Extract<LoaderMessage, { callId: number }>;

/** A frame without a loader is a page of its own after this time. */
const INIT_MS_MAX = 3_000;

/** The line to the loader on a site's page. */
export type LoaderLink = {
  /** Of the page around, as the browser tells it; null where it has none, such as a file. */
  siteOrigin: string | null;
  post: (message: FrameMessage) => void;
  tell: <Name extends MessengerEventName>(name: Name, detail: MessengerEventDetail[Name]) => void;
  close: () => void;
};

/** Properties of `connectToLoader`. */
export type LoaderListeners = { onVisibility: (message: Extract<LoaderMessage, { kind: 'visibility' }>) => void; onCall: (call: LoaderCall) => void; onToken: (token: string | null) => void };

/**
 * Says hello to the page around and waits for its answer. Only the window around is heard, and from `init` on only its origin.
 * @returns null when no loader is around
 */
export function connectToLoader({ onVisibility, onCall, onToken }: LoaderListeners): Promise<{ init: Init; link: LoaderLink } | null> {
  const { parent } = window;
  if (parent === window) return Promise.resolve(null);
  return new Promise((resolve) => {
    let origin: string | null = null;
    const post = (message: FrameMessage) => parent.postMessage({ ...message, parley: 1 } satisfies Marked<FrameMessage>, origin ?? '*');
    const hear = ({ source, origin: from, data }: MessageEvent<unknown>) => {
      if (source !== parent || (origin !== null && from !== origin)) return;
      const message = data as Partial<Marked<LoaderMessage>> | null;
      if (message?.parley !== 1) return;
      // Marked and from the page that holds this frame; its loader is of this same version.
      const heard = message as LoaderMessage;
      if (heard.kind === 'init' && origin === null) {
        origin = from;
        clearTimeout(timer);
        resolve({ init: heard, link: { ...link, siteOrigin: /^https?:/.test(from) ? from : null } });
      } else if (heard.kind === 'visibility' && origin !== null) onVisibility(heard);
      else if (heard.kind === 'token-changed' && origin !== null) onToken(heard.token);
      else if ('callId' in heard && origin !== null) onCall(heard);
    };
    const link: LoaderLink = { siteOrigin: null, post, tell: (name, detail) => post({ kind: 'event', name, detail }), close: () => window.removeEventListener('message', hear) };
    const timer = setTimeout(() => {
      link.close();
      resolve(null);
    }, INIT_MS_MAX);
    window.addEventListener('message', hear);
    post({ kind: 'hello' });
  });
}
