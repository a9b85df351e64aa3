import type { CSSProperties, ReactNode } from 'react';

import { cn } from '@/components/ui/class-names';

/**
 * Colours that a channel may set; each is a CSS colour. What is left out follows the page's theme, light or dark.
 * `own` is the consumer's bubble, `bubble` the bot's; the `…Ink` is the text upon it. `accent` is for grounds, `accentText` for texts
 * and lines upon `ground`.
 */
export type MessengerColors = Partial<Record<'ground' | 'ink' | 'muted' | 'line' | 'accent' | 'accentInk' | 'accentText' | 'own' | 'ownInk' | 'bubble' | 'bubbleInk', string>>;

/** Properties of `MessengerTheme`. */
export type MessengerThemeProps = {
  colors?: MessengerColors;
  /** `rtl` mirrors everything; left out, the page's own direction. */
  dir?: 'ltr' | 'rtl';
  children: ReactNode;
  className?: string;
};

/** Gives everything of a messenger below it its colours and its text size. */
export function MessengerTheme({ colors = {}, dir, children, className }: MessengerThemeProps) {
  const style: Record<string, string> = {};
  for (const [name, color] of Object.entries({ ...followingThePage, ...colors })) style[variableByColor[name as keyof MessengerColors]] = color;
  return (
    <div dir={dir} style={style as CSSProperties} className={cn('bg-(--messenger-ground) text-base text-(--messenger-ink)', className)}>
      {children}
    </div>
  );
}

const variableByColor: Record<keyof MessengerColors, string> = {
  ground: '--messenger-ground',
  ink: '--messenger-ink',
  muted: '--messenger-muted',
  line: '--messenger-line',
  accent: '--messenger-accent',
  accentInk: '--messenger-accent-ink',
  accentText: '--messenger-accent-text',
  own: '--messenger-own',
  ownInk: '--messenger-own-ink',
  bubble: '--messenger-bubble',
  bubbleInk: '--messenger-bubble-ink',
};

const followingThePage: Record<keyof MessengerColors, string> = {
  ground: 'var(--surface)',
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  line: 'var(--line-strong)',
  accent: 'var(--accent)',
  accentInk: 'var(--accent-ink)',
  accentText: 'var(--accent)',
  own: 'var(--accent)',
  ownInk: 'var(--accent-ink)',
  bubble: 'var(--raised)',
  bubbleInk: 'var(--ink)',
};
