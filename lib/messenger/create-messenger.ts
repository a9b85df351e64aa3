import type { MessengerEventDetail } from './frame-protocol';
import { createFrameLink, type CallBody, type FrameLink } from './frame-link';
import type { FrameMessage, LauncherLook } from './frame-protocol';
import { keepValue } from './kept-value';
import { createListeners, isEventName, type Listeners } from './listeners';
import { whenBody, whenIdle } from './page-moments';
import type { LoaderOptions } from './read-options';
import { createStage, type Stage } from './stage';
import { LoaderError, warn } from './warn';

/** How long a frame that has loaded may take until its script speaks. */
const HELLO_TIMEOUT_MS = 15_000;
const REASON = 'The messenger’s page could not be shown. Look for its address in the browser’s console: this site may not be among the channel’s allowed origins, its policy may lack frame-src, or an extension blocks it.';

/** The messenger on a site's page. */
export interface Messenger {
  listeners: Listeners;
  setOpen(isOpen: boolean): void;
  setHidden(isHidden: boolean): void;
  call(body: CallBody): Promise<unknown>;
  /** Calls when the visitor has signed out in another tab. */
  onSignedOut(run: () => void): void;
  getState(): { status: 'loading' | 'ready' | 'unavailable'; channelId: string; isOpen: boolean; isHidden: boolean; unreadCount: number };
}

/** Makes the messenger; its frame comes once the page has loaded, or as soon as something is wanted of it. */
export function createMessenger(options: LoaderOptions): Messenger {
  const { channelId, frameUrl, language } = options;
  const token = keepValue(`parley.token.${channelId}`, () => localStorage);
  const welcome = keepValue(`parley.welcome.${channelId}`, () => localStorage);
  const kept = keepValue(`parley.open.${channelId}`, () => sessionStorage);
  const listeners = createListeners();
  let status: 'loading' | 'ready' | 'unavailable' = 'loading';
  let look: LauncherLook | null = null;
  let isHidden = options.isHidden;
  let unreadCount = 0;
  let stage: Stage | null = null;
  let link: FrameLink | null = null;
  let failure = REASON;
  let signedOut: (() => void) | null = null;
  const waiting: ((link: FrameLink) => void)[] = [];
  // On the site's next page it is open again, but on phones, where it would hide that page.
  let isOpen = options.isOpen || (kept.read() !== null && innerWidth > 500);
  let isShownOpen = false;

  function build(): void {
    whenBody(() => {
      if (stage) return;
      stage = createStage(options, { onToggle: () => setOpen(!isShownOpen, true), onClose: () => setOpen(false, true), onDismiss: dismissWelcome, onNarrow: () => show() });
      const { frame, isNarrow } = stage;
      const init = () => ({ kind: 'init', token: token.read(), language, isOpen, isNarrow: isNarrow(), hostOrigin: location.origin }) as const;
      link = createFrameLink({ origin: new URL(frameUrl).origin, frame, init, hear });
      frame.addEventListener('load', () => setTimeout(() => look ?? fail(REASON), HELLO_TIMEOUT_MS));
      for (const take of waiting.splice(0)) take(link);
    });
  }

  function hear(message: FrameMessage): void {
    if (message.kind === 'launcher') {
      const isFirst = look === null;
      ({ look } = message);
      status = 'ready';
      draw();
      if (isFirst) listeners.tell('ready', null);
      tellOpen();
    } else if (message.kind === 'token') token.write(message.token);
    else if (message.kind === 'open' || message.kind === 'close') setOpen(message.kind === 'open', message.kind === 'close');
    else if (message.kind === 'unavailable') fail(message.reason);
    else if (message.kind === 'event') hearEvent(message);
  }

  function hearEvent({ name, detail }: Extract<FrameMessage, { kind: 'event' }>): void {
    // These three are known better here.
    if (!isEventName(name) || name === 'ready' || name === 'opened' || name === 'closed') return;
    if (name === 'unread') {
      // The detail belongs to the event.
      unreadCount = (detail as MessengerEventDetail['unread']).count;
      show();
    }
    listeners.tell(name, detail);
  }

  function fail(reason: string): void {
    if (status === 'unavailable') return;
    status = 'unavailable';
    failure = reason;
    look = null;
    warn(reason);
    link?.giveUp(reason);
    stage?.remove();
  }

  function dismissWelcome(): void {
    welcome.write('dismissed');
    show();
  }

  function setOpen(next: boolean, isByHand: boolean): void {
    if (status === 'unavailable') return;
    isOpen = next;
    kept.write(next ? 'open' : null);
    if (next) welcome.write('dismissed');
    if (next) build();
    show();
    // Nobody's typing is taken away by a messenger that opens by itself.
    if (next && (isByHand || navigator.userActivation?.isActive)) stage?.focusFrame();
    if (!next && isByHand) stage?.returnFocus();
  }

  /** Before the look is known nothing is shown: the site may not be allowed to. */
  function draw(): void {
    if (!stage || !look) return;
    const isNarrow = stage.isNarrow();
    stage.show({ look, isOpen, isHidden, unreadCount, isWelcomeWanted: welcome.read() === null });
    link?.tell({ kind: 'visibility', isOpen, isNarrow });
  }

  function show(): void {
    draw();
    tellOpen();
  }

  function tellOpen(): void {
    if (!stage || !look || isOpen === isShownOpen) return;
    isShownOpen = isOpen;
    listeners.tell(isOpen ? 'opened' : 'closed', null);
  }

  token.watch((value) => {
    if (value === null) signedOut?.();
    link?.tell({ kind: 'token-changed', token: value });
  });
  if (isOpen) build();
  else whenIdle(build);

  return {
    listeners,
    setOpen: (next) => setOpen(next, false),
    setHidden(next) {
      isHidden = next;
      if (next) setOpen(false, false);
      else show();
    },
    call(body) {
      if (status === 'unavailable') return Promise.reject(new LoaderError('messenger/unavailable', failure));
      // Builds at once where the page has a body already.
      build();
      if (link) return link.call(body);
      return new Promise((resolve, reject) => waiting.push((made) => void made.call(body).then(resolve, reject)));
    },
    onSignedOut: (run) => void (signedOut = run),
    getState: () => ({ status, channelId, isOpen: isShownOpen, isHidden, unreadCount }),
  };
}
