/** The look of what can be tapped in a message: full width, at least 40 px high. */
export const actionStyle = [
  'flex min-h-10 w-full items-center justify-center gap-2 rounded-lg border border-(--messenger-accent-text) bg-(--messenger-ground) px-3 py-1.5',
  'text-center font-medium break-words text-(--messenger-accent-text) transition-colors outline-(--messenger-accent-text)',
  'hover:bg-(--messenger-accent-text)/10 disabled:cursor-not-allowed disabled:border-(--messenger-line) disabled:text-(--messenger-muted) disabled:hover:bg-transparent',
].join(' ');
