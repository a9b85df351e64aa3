/** Whether something holds, with the reason in words that a designer understands: no full stop, no code. */
export interface Verdict {
  matched: boolean;
  reason: string;
}

export function met(reason: string): Verdict {
  return { matched: true, reason };
}

export function unmet(reason: string): Verdict {
  return { matched: false, reason };
}

const QUOTE_LENGTH_MAX = 80;

/** A text in quotes for a reason, shortened when long. */
export function quote(text: string): string {
  const characters = [...text.slice(0, QUOTE_LENGTH_MAX * 2 + 2)];
  return characters.length > QUOTE_LENGTH_MAX ? `“${characters.slice(0, QUOTE_LENGTH_MAX).join('')}…”` : `“${text}”`;
}
