/** Lets the back button close what fills the screen, in place of leaving the page. */
export interface BackGuard {
  arm(): void;
  disarm(): void;
}

const MARK = 'parleyOpen';

/**
 * An entry of the history stands for the open messenger. It keeps the site's own state, and is taken away again when the messenger is closed by
 * other means, unless the site has gone on from there.
 */
export function createBackGuard(onBack: () => void): BackGuard {
  let isArmed = false;
  const leave = () => {
    if (!isArmed || isMarked()) return;
    isArmed = false;
    removeEventListener('popstate', leave);
    onBack();
  };
  return {
    arm() {
      if (isArmed) return;
      try {
        const state: unknown = history.state;
        history.pushState({ ...(typeof state === 'object' ? state : {}), [MARK]: true }, '');
      } catch {
        // Pages of some kinds have no history of their own.
        return;
      }
      isArmed = true;
      addEventListener('popstate', leave);
    },
    disarm() {
      if (!isArmed) return;
      isArmed = false;
      removeEventListener('popstate', leave);
      if (isMarked()) history.back();
    },
  };
}

function isMarked(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && MARK in state;
}
