/** An entity being named: where its `@` stands, and what was typed after it. */
export interface EntityMention {
  start: number;
  typed: string;
}

/** The `@name` that the caret stands in or behind; null where none begins. */
export function findEntityMention(text: string, caret: number): EntityMention | null {
  const match = /(?:^|\s)@([\p{L}\p{N}_-]*)$/u.exec(text.slice(0, caret));
  const typed = match?.[1];
  return typed === undefined ? null : { start: caret - typed.length - 1, typed };
}

/** The text with the mention completed, and the caret behind it. */
export function completeMention(text: string, { start, typed }: EntityMention, name: string): { text: string; caret: number } {
  const rest = text.slice(start + 1 + typed.length).replace(/^[\p{L}\p{N}_-]+/u, '');
  const space = rest.startsWith(' ') || rest === '' ? '' : ' ';
  return { text: `${text.slice(0, start)}@${name}${space}${rest}`, caret: start + 1 + name.length };
}
