/**
 * Keeps the page beneath still and out of reach while the messenger fills the screen.
 * @returns gives the page back as it was
 */
export function lockPage(host: HTMLElement): () => void {
  const roots = [document.documentElement, document.body];
  const before = roots.map(({ style }) => ({ value: style.getPropertyValue('overflow'), priority: style.getPropertyPriority('overflow') }));
  for (const { style } of roots) style.setProperty('overflow', 'hidden', 'important');
  const stilled = [...document.body.children].filter((child): child is HTMLElement => child instanceof HTMLElement && child !== host && !child.inert);
  for (const child of stilled) child.inert = true;
  return () => {
    for (const [index, { style }] of roots.entries()) style.setProperty('overflow', before[index]?.value ?? '', before[index]?.priority);
    for (const child of stilled) child.inert = false;
  };
}
