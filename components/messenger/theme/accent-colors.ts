import { contrast, mix, toHex, toRgb, type Rgb } from '@/components/messenger/theme/contrast';

/** What follows from a channel's accent in one colour scheme. */
export type AccentColors = {
  /** Of grounds: header, own bubbles, buttons. */
  accent: string;
  /** Of texts and icons upon the accent: black or white, whichever is read better. */
  accentInk: string;
  /** Of texts and lines in the accent's tone upon the messenger's ground. */
  accentText: string;
};

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** The messenger's ground, `--surface` in globals.css. */
const groundOf = { light: white, dark: toRgb('#16181c') } as const;

/** Texts. Source: WCAG 2.2, 1.4.3. */
const TEXT_CONTRAST = 4.5;
/** What an accented ground needs so that one sees where it ends. */
const GROUND_CONTRAST = 1.35;
/** How much accent lies on the ground below a button that is pointed at. */
const HOVER_SHARE = 0.1;

/** The colours of a channel's accent, readable whatever it is. */
export function toAccentColors(accentHex: string, scheme: 'light' | 'dark'): AccentColors {
  const ground = groundOf[scheme];
  const towards = scheme === 'light' ? black : white;
  const given = toRgb(accentHex);
  const accent = shiftUntil(given, towards, (color) => contrast(color, ground) >= GROUND_CONTRAST);
  const accentText = shiftUntil(given, towards, (color) => contrast(color, ground) >= TEXT_CONTRAST && contrast(color, mix(ground, color, HOVER_SHARE)) >= TEXT_CONTRAST);
  return { accent: toHex(accent), accentInk: inkOn(accent), accentText: toHex(accentText) };
}

/** Black or white, whichever is read better upon a colour; always at least 4.5:1. */
export function toInk(groundHex: string): string {
  return inkOn(toRgb(groundHex));
}

function inkOn(ground: Rgb): string {
  return contrast(white, ground) >= contrast(black, ground) ? '#ffffff' : '#000000';
}

/** The first colour on the way from one to the other that is good enough. */
function shiftUntil(from: Rgb, towards: Rgb, isGood: (color: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const color = toRgb(toHex(mix(from, towards, share)));
    if (isGood(color)) return color;
  }
  return towards;
}
