/**
 * A key combination, lower case, joined by `+`: modifiers (`mod` is ⌘ on Apple's machines and Ctrl elsewhere, `shift`, `alt`)
 * and last the key as the browser names it (`enter`, `escape`, `arrowdown`, `s`, `?`). Examples: `mod+enter`, `mod+shift+p`, `/`.
 */
export type ShortcutKeys = string;

/** What is read of a key press. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Whether the combination can be pressed while typing without writing anything. */
export function isUsableWhileTyping(keys: ShortcutKeys): boolean {
  const chord = parseChord(keys);
  return chord.mod || chord.alt || /^(escape|f\d+)$/.test(chord.key);
}

/** Whether the key press is this combination. Where a key writes something else, its place counts. */
export function matchesShortcut(event: KeyPress, keys: ShortcutKeys, isApple: boolean): boolean {
  const chord = parseChord(keys);
  const isModPressed = isApple ? event.metaKey : event.ctrlKey;
  const isOtherPressed = isApple ? event.ctrlKey : event.metaKey;
  if (isModPressed !== chord.mod || isOtherPressed || event.altKey !== chord.alt) return false;
  // Where a sign like "?" needs shift depends on the keyboard; only letters and named keys tell it apart.
  if (isLetter(chord.key) || chord.key.length > 1) {
    if (event.shiftKey !== chord.shift) return false;
  }
  const pressed = event.key.toLowerCase();
  if (pressed === chord.key) return true;
  if (isLetter(chord.key)) return !isLetter(pressed) && event.code === `Key${chord.key.toUpperCase()}`;
  // With alt, Apple's keyboards write signs: ⌥1 is “¡”.
  return chord.alt && /^\d$/.test(chord.key) && event.code === `Digit${chord.key}`;
}

/** The combination as it is printed on the keys: `['⌘', '⏎']` or `['Ctrl', '⏎']`. */
export function shortcutLabels(keys: ShortcutKeys, isApple: boolean): string[] {
  const chord = parseChord(keys);
  return [
    ...(chord.mod ? [isApple ? '⌘' : 'Ctrl'] : []),
    ...(chord.alt ? [isApple ? '⌥' : 'Alt'] : []),
    ...(chord.shift ? [isApple ? '⇧' : 'Shift'] : []),
    labelByKey.get(chord.key) ?? (chord.key.length === 1 ? chord.key.toUpperCase() : capitalise(chord.key)),
  ];
}

type Chord = { mod: boolean; alt: boolean; shift: boolean; key: string };

function parseChord(keys: ShortcutKeys): Chord {
  // "mod++" is the plus sign itself.
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  return {
    mod: parts.includes('mod'),
    alt: parts.includes('alt'),
    shift: parts.includes('shift'),
    key: parts.at(-1) || '+',
  };
}

function isLetter(key: string): boolean {
  return /^[a-z]$/.test(key);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const labelByKey = new Map([
  ['enter', '⏎'],
  ['escape', 'Esc'],
  ['arrowup', '↑'],
  ['arrowdown', '↓'],
  ['arrowleft', '←'],
  ['arrowright', '→'],
  ['backspace', '⌫'],
  [' ', 'Space'],
]);
