import { cva, type VariantProps } from 'class-variance-authority';

/**
 * The look of a button, apart from the element, so that links can wear it too:
 * `<Link className={buttonStyle({ variant: 'secondary' })} …>`.
 */
export const buttonStyle = cva(
  [
    'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium',
    'transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
    "[&_svg]:pointer-events-none [&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-4",
  ],
  {
    variants: {
      variant: {
        primary: 'border-transparent bg-accent text-accent-ink enabled:hover:bg-accent/90 [a&]:hover:bg-accent/90',
        secondary:
          'border-line-strong/55 bg-surface text-ink enabled:hover:bg-raised [a&]:hover:bg-raised data-[state=open]:bg-raised',
        ghost:
          'border-transparent bg-transparent text-ink enabled:hover:bg-raised [a&]:hover:bg-raised data-[state=open]:bg-raised',
        danger: 'border-transparent bg-bad text-surface enabled:hover:bg-bad/90 [a&]:hover:bg-bad/90',
      },
      size: {
        sm: 'h-7 px-2 text-xs',
        md: 'h-8 px-3 text-sm',
        icon: 'size-8 p-0 text-sm',
        'icon-sm': 'size-7 p-0 text-xs',
      },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
);

/** The choices `buttonStyle` offers. */
export type ButtonStyle = VariantProps<typeof buttonStyle>;
