import { createBackGuard } from './back-guard';
import { element } from './draw';
import { fitVisibleScreen, NARROW_QUERY } from './fit-screen';
import type { LauncherLook } from './frame-protocol';
import { createLauncher } from './launcher';
import { lockPage } from './page-lock';
import type { LoaderOptions } from './read-options';
import { STAGE_CSS } from './stage-css';
import { stayAttached } from './stay-attached';
import { createWelcomeBubble } from './welcome-bubble';

/** What is shown on the site's page. */
export interface StageState {
  /** Null: not told yet; nothing is shown. */
  look: LauncherLook | null;
  isOpen: boolean;
  isHidden: boolean;
  unreadCount: number;
  isWelcomeWanted: boolean;
}

/** What the visitor does with it. */
export interface StageEvents {
  onToggle(): void;
  onClose(): void;
  onDismiss(): void;
  onNarrow(): void;
}

/** Launcher, bubble and frame on the site's page. */
export interface Stage {
  frame: HTMLIFrameElement;
  isNarrow(): boolean;
  show(state: StageState): void;
  focusFrame(): void;
  /** Back to the launcher, if the focus was in the messenger. */
  returnFocus(): void;
  remove(): void;
}

/** Room that the launcher takes below the open messenger. */
const ABOVE_LAUNCHER_PX = 72;

/** Builds it and puts it into the page, unseen at first, in a closed shadow root that the site's styles and scripts don't reach. */
export function createStage({ frameUrl, zIndex, title }: LoaderOptions, events: StageEvents): Stage {
  const host = element('div');
  for (const [name, value] of Object.entries({ all: 'initial', position: 'fixed', width: '0', height: '0', 'z-index': String(zIndex) })) host.style.setProperty(name, value, 'important');
  const root = element('div', 'root');
  const panel = element('div', 'panel');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-label', title);
  const frame = element('iframe');
  frame.title = title;
  frame.allow = 'clipboard-write; fullscreen';
  // Pages that are isolated from others let in only frames without credentials; ours needs none.
  if (crossOriginIsolated) frame.setAttribute('credentialless', '');
  frame.src = frameUrl;
  const launcher = createLauncher(events.onToggle);
  const bubble = createWelcomeBubble({ onOpen: events.onToggle, onDismiss: events.onDismiss });
  panel.append(frame);
  root.append(panel, bubble.box, launcher.button);
  root.hidden = true;
  const shadow = host.attachShadow({ mode: 'closed' });
  addStyles(shadow);
  shadow.append(root);

  const narrow = matchMedia(NARROW_QUERY);
  narrow.addEventListener('change', events.onNarrow);
  const backGuard = createBackGuard(events.onClose);
  let release: (() => void) | null = null;
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    if (root.classList.contains('open')) events.onClose();
    else if (!bubble.box.hidden) events.onDismiss();
  });
  document.body.append(host);
  const leave = stayAttached(host);

  function fill(isFilling: boolean): void {
    if (isFilling === (release !== null)) return;
    if (release) {
      release();
      release = null;
      return backGuard.disarm();
    }
    const ends = [lockPage(host), fitVisibleScreen(panel)];
    release = () => ends.forEach((end) => end());
    backGuard.arm();
  }

  return {
    frame,
    isNarrow: () => narrow.matches,
    show({ look, isOpen, isHidden, unreadCount, isWelcomeWanted }) {
      root.hidden = false;
      root.className = ['root', look?.scheme ?? 'auto', look?.position ?? 'right', ...(isOpen ? ['open'] : []), ...(narrow.matches ? ['narrow'] : []), ...(isHidden || !look ? ['plain'] : [])].join(' ');
      panel.setAttribute('aria-modal', String(narrow.matches));
      fill(isOpen && narrow.matches);
      if (!look) return;
      root.dir = look.direction;
      const properties = { '--accent': look.accent, '--ink': look.accentInk, '--x': `${look.offsetX}px`, '--y': `${look.offsetY}px`, '--above': `${isHidden ? 0 : ABOVE_LAUNCHER_PX}px` };
      for (const [name, value] of Object.entries(properties)) root.style.setProperty(name, value);
      launcher.show({ look, isOpen, unreadCount });
      bubble.show(look, isWelcomeWanted && !isOpen);
    },
    focusFrame: () => frame.focus(),
    returnFocus() {
      if (document.activeElement === host || shadow.activeElement === frame) launcher.button.focus();
    },
    remove() {
      fill(false);
      leave();
      narrow.removeEventListener('change', events.onNarrow);
      host.remove();
    },
  };
}

function addStyles(shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STAGE_CSS);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    // Browsers of before 2023; there the site's policy must allow inline styles.
    const style = element('style');
    style.textContent = STAGE_CSS;
    shadow.append(style);
  }
}
