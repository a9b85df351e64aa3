/** The ground that menus and popovers share; opaque, outlined, above dialogs. */
export const floatingStyle =
  'z-50 animate-appear rounded-md border border-line bg-surface text-sm text-ink shadow-[0_4px_16px_rgb(0_0_0/0.12)] outline-none dark:border-line-strong';

/** One line of a menu. */
export const menuItemStyle = [
  'flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 outline-none',
  'data-[highlighted]:bg-raised data-[disabled]:pointer-events-none data-[disabled]:opacity-50',
  "[&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-4 [&>svg:first-child]:text-faint",
].join(' ');
