import { element, icon } from './draw';
import type { LauncherLook } from './frame-protocol';

/** The button on the site's page, with its badge. */
export interface Launcher {
  button: HTMLButtonElement;
  show(state: { look: LauncherLook; isOpen: boolean; unreadCount: number }): void;
}

const COUNT_SHOWN_MAX = 99;

/** A button without a look. `onPress` is called when it is pressed. */
export function createLauncher(onPress: () => void): Launcher {
  const button = element('button', 'launcher');
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  button.addEventListener('click', onPress);
  let drawn = '';

  return {
    button,
    show({ look, isOpen, unreadCount }) {
      const label = isOpen ? '' : look.label;
      const count = isOpen ? 0 : unreadCount;
      button.setAttribute('aria-expanded', String(isOpen));
      // A label that is seen must be in the name that is said.
      const name = isOpen ? look.closeLabel : label || look.openLabel;
      button.setAttribute('aria-label', count > 0 ? `${name} (${count})` : name);
      const wanted = JSON.stringify([isOpen, label, count, look.icon, look.logoUrl]);
      if (wanted === drawn) return;
      drawn = wanted;
      button.replaceChildren(isOpen ? icon('down') : drawIcon(look));
      if (label !== '') {
        const text = element('span', 'label');
        text.textContent = label;
        button.append(text);
      }
      if (count > 0) {
        const badge = element('span', 'badge');
        badge.textContent = count > COUNT_SHOWN_MAX ? `${COUNT_SHOWN_MAX}+` : String(count);
        button.append(badge);
      }
    },
  };
}

/** The site's policy may forbid images of other origins; then the chat icon stands in for the logo. */
function drawIcon({ icon: name, logoUrl }: LauncherLook): Element {
  if (name !== 'logo') return icon(name);
  if (logoUrl === '') return icon('chat');
  const image = element('img');
  image.alt = '';
  image.addEventListener('error', () => image.replaceWith(icon('chat')));
  image.src = logoUrl;
  return image;
}
