import { describe, expect, it } from 'vitest';

import { isUsableWhileTyping, matchesShortcut, shortcutLabels } from '@/components/ui/shortcut-keys';

const noModifiers = { key: '', code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('matchesShortcut', () => {
  it.each([
    { keys: 'mod+s', pressed: { key: 's', ctrlKey: true }, isApple: false, matches: true },
    { keys: 'mod+s', pressed: { key: 's', metaKey: true }, isApple: true, matches: true },
    { keys: 'mod+s', pressed: { key: 's', ctrlKey: true }, isApple: true, matches: false },
    { keys: 'mod+s', pressed: { key: 's', ctrlKey: true, altKey: true }, isApple: false, matches: false },
    { keys: 'mod+s', pressed: { key: 'S', ctrlKey: true, shiftKey: true }, isApple: false, matches: false },
    { keys: 'mod+shift+s', pressed: { key: 'S', ctrlKey: true, shiftKey: true }, isApple: false, matches: true },
    { keys: 'mod+s', pressed: { key: 'ы', code: 'KeyS', ctrlKey: true }, isApple: false, matches: true },
    { keys: 'alt+1', pressed: { key: '¡', code: 'Digit1', altKey: true }, isApple: true, matches: true },
    { keys: 'alt+1', pressed: { key: '2', code: 'Digit2', altKey: true }, isApple: false, matches: false },
    { keys: 'mod+enter', pressed: { key: 'Enter', ctrlKey: true }, isApple: false, matches: true },
    { keys: 'mod+enter', pressed: { key: 'Enter' }, isApple: false, matches: false },
    { keys: '?', pressed: { key: '?', shiftKey: true }, isApple: false, matches: true },
    { keys: '/', pressed: { key: '/', ctrlKey: true }, isApple: false, matches: false },
    { keys: 'mod++', pressed: { key: '+', ctrlKey: true }, isApple: false, matches: true },
  ])('$keys against $pressed', ({ keys, pressed, isApple, matches }) => {
    expect(matchesShortcut({ ...noModifiers, ...pressed }, keys, isApple)).toBe(matches);
  });
});

describe('isUsableWhileTyping', () => {
  it.each([
    ['mod+enter', true],
    ['alt+arrowup', true],
    ['escape', true],
    ['f2', true],
    ['/', false],
    ['shift+a', false],
  ])('%s: %s', (keys, isUsable) => {
    expect(isUsableWhileTyping(keys)).toBe(isUsable);
  });
});

describe('shortcutLabels', () => {
  it('prints what is on the person’s own keys', () => {
    expect(shortcutLabels('mod+shift+p', true)).toEqual(['⌘', '⇧', 'P']);
    expect(shortcutLabels('mod+enter', false)).toEqual(['Ctrl', '⏎']);
    expect(shortcutLabels('arrowdown', false)).toEqual(['↓']);
  });
});
