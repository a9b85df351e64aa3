/** The look that text fields, text areas and selects share. */
export const controlStyle = [
  'w-full min-w-0 rounded-md border border-line-strong bg-sunken text-sm text-ink transition-colors',
  'hover:border-muted focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0',
  '[&:is(input,textarea):read-only]:bg-raised disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-bad aria-invalid:focus-visible:outline-bad',
].join(' ');
