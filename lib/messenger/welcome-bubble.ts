import { element, icon } from './draw';
import type { LauncherLook } from './frame-protocol';

/** What is said beside the launcher until it was opened or dismissed. */
export interface WelcomeBubble {
  box: HTMLElement;
  show(look: LauncherLook, isWanted: boolean): void;
}

/** An empty bubble. */
export function createWelcomeBubble({ onOpen, onDismiss }: { onOpen: () => void; onDismiss: () => void }): WelcomeBubble {
  const box = element('div', 'bubble');
  const text = element('button', 'text');
  // Not every channel has its texts in the visitor's language.
  text.dir = 'auto';
  const dismiss = element('button', 'dismiss');
  for (const button of [text, dismiss]) button.type = 'button';
  dismiss.append(icon('cross'));
  text.addEventListener('click', onOpen);
  dismiss.addEventListener('click', onDismiss);
  box.append(text, dismiss);
  box.hidden = true;
  return {
    box,
    show(look, isWanted) {
      box.hidden = !isWanted || look.welcome === '';
      text.textContent = look.welcome;
      dismiss.setAttribute('aria-label', look.dismissLabel);
    },
  };
}
