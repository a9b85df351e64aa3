/** Where a text stands below a root. */
export type TextPath = (string | number)[];

/**
 * What a text is.
 * - `template`: variables in it are replaced
 * - `script`: JavaScript
 * - `read-name`, `set-name`, `slot-name`: the bare name of a variable that is read or set, or of a slot that is filled
 * - `name`: what something is called
 * - `phrase`: a training phrase, may hold `@entity`
 * - `field-path`: where a custom data field's value stands in the response
 * - `plain`: anything else
 */
export type TextKind = 'template' | 'script' | 'read-name' | 'set-name' | 'slot-name' | 'name' | 'phrase' | 'field-path' | 'plain';

/** A text of something, with its place in it. */
export interface TextOf {
  path: TextPath;
  /** In words, as the form calls it: `Title of tile 2`. */
  label: string;
  kind: TextKind;
  text: string;
}

/** Texts of a list's entries: `list('buttons', buttons, (button) => [...])` puts name and index before each path. */
export function listTexts<Entry>(name: string, entries: readonly Entry[], toTexts: (entry: Entry, number: number) => TextOf[]): TextOf[] {
  return entries.flatMap((entry, index) => toTexts(entry, index + 1).map((text) => ({ ...text, path: [name, index, ...text.path] })));
}

/** A template at one member. */
export function template(member: string, label: string, text: string): TextOf {
  return { path: [member], label, kind: 'template', text };
}
