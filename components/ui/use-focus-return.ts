'use client';

import { useState } from 'react';

/**
 * Brings the focus back to where it was when a dialog opened; for dialogs that are opened by state, of which Radix knows no
 * trigger. After a choice in a menu, that is the menu's button. Use it in a component that is there only while the dialog is
 * open, and spread the result on the dialog's content.
 */
export function useFocusReturn() {
  // With the first drawing: by the first effect, a field of the dialog may have taken the focus.
  const [cameFrom] = useState(findLastingFocus);
  return {
    onCloseAutoFocus(event: Event) {
      if (!cameFrom?.isConnected) return;
      event.preventDefault();
      cameFrom.focus();
    },
  };
}

/** What has the focus, or what will still be there when the menu around it is gone. */
function findLastingFocus(): HTMLElement | null {
  const { activeElement } = document;
  const menu = activeElement?.closest('[role="menu"]');
  const found = menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : activeElement;
  return found instanceof HTMLElement && found !== document.body ? found : null;
}
