import { parseReference, type VariableReference } from './variable-reference';

/** A stretch of a template, `start` inclusive and `end` exclusive; the `text`s of all parts joined are the template. */
export type TemplatePart =
  | { kind: 'text'; text: string; start: number; end: number }
  /** `name` is what stands between the braces. */
  | { kind: 'reference'; text: string; name: string; reference: VariableReference; start: number; end: number };

/** A part that refers to a variable. */
export type ReferencePart = Extract<TemplatePart, { kind: 'reference' }>;

/**
 * Cuts a template into text and references, in order and without gaps. Braces that hold no known form of reference
 * stay text exactly as written; there is no escape and none is needed for JSON or CSS.
 */
export function parseTemplate(template: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let position = 0;
  for (const match of template.includes('{') ? template.matchAll(BRACES) : []) {
    const [text, name = ''] = match;
    const reference = parseReference(name);
    if (!reference) continue;
    if (match.index > position) parts.push(toTextPart(template, position, match.index));
    position = match.index + text.length;
    parts.push({ kind: 'reference', text, name, reference, start: match.index, end: position });
  }
  if (position < template.length) parts.push(toTextPart(template, position, template.length));
  return parts;
}

/** Only the references of a template, in order. */
export function findReferences(template: string): ReferencePart[] {
  return parseTemplate(template).filter((part): part is ReferencePart => part.kind === 'reference');
}

/** Braces never nest in a reference; the bound keeps unbalanced text cheap. */
const BRACES = /\{([^{}\r\n]{1,2000})\}/g;

function toTextPart(template: string, start: number, end: number): TemplatePart {
  return { kind: 'text', text: template.slice(start, end), start, end };
}
