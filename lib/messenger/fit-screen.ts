/** Windows that are so small that the messenger fills them: phones upright and on their side. */
export const NARROW_QUERY = '(max-width: 500px), (max-height: 440px)';

/** Keeps a box that fills the screen above the on-screen keyboard, which browsers lay over the page. Gives what ends it. */
export function fitVisibleScreen(box: HTMLElement): () => void {
  const screen = window.visualViewport;
  if (!screen) return () => undefined;
  const fit = () => {
    // Zoomed in by hand the box stays, so that one can look around in it.
    const isZoomed = screen.scale > 1.01;
    box.style.setProperty('top', isZoomed ? '0' : `${screen.offsetTop}px`);
    box.style.setProperty('height', isZoomed ? '100%' : `${screen.height}px`);
  };
  fit();
  screen.addEventListener('resize', fit);
  screen.addEventListener('scroll', fit);
  return () => {
    screen.removeEventListener('resize', fit);
    screen.removeEventListener('scroll', fit);
    box.style.removeProperty('top');
    box.style.removeProperty('height');
  };
}
