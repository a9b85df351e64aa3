import { describe, expect, it } from 'vitest';
import { toAccentColors, toInk } from './accent-colors';
import { contrast, toRgb } from './contrast';

const accents = ['#2457d6', '#ffffff', '#000000', '#ffe600', '#ff8a00', '#777777', '#00ff00', '#16181c', '#7f1d1d'];
const grounds = { light: '#ffffff', dark: '#16181c' } as const;

describe('toAccentColors', () => {
  it.each(accents.flatMap((accent) => [[accent, 'light'], [accent, 'dark']] as const))('keeps texts readable with accent %s, %s', (accent, scheme) => {
    const colors = toAccentColors(accent, scheme);
    expect(contrast(toRgb(colors.accentInk), toRgb(colors.accent))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(toRgb(colors.accentText), toRgb(grounds[scheme]))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(toRgb(colors.accent), toRgb(grounds[scheme]))).toBeGreaterThan(1.3);
  });

  it('leaves a good accent as it is', () => {
    expect(toAccentColors('#2457d6', 'light')).toEqual({ accent: '#2457d6', accentInk: '#ffffff', accentText: '#2457d6' });
  });
});

describe('toInk', () => {
  it.each([
    ['#ffe600', '#000000'],
    ['#2457d6', '#ffffff'],
  ])('writes upon %s with %s', (ground, ink) => {
    expect(toInk(ground)).toBe(ink);
  });
});

describe('contrast', () => {
  it('is that of WCAG', () => {
    expect(contrast([255, 255, 255], [0, 0, 0])).toBeCloseTo(21);
    expect(contrast(toRgb('#767676'), [255, 255, 255])).toBeCloseTo(4.54, 2);
  });
});
