import type { VariableValues } from './read-variable';
import type { VariableScope } from './variable-reference';

/** A value on its way into a template. */
export interface WrittenValue {
  /** With its braces, for messages. */
  reference: string;
  scope: VariableScope;
  values: VariableValues;
  /** The values as plain text. */
  text: string;
}

/** Writes one template for one context; gets its parts in order, each once. */
export interface TemplateWriter {
  /** The template's own text as it is to be written. */
  writeText(text: string): string;
  /** A value as it is to be written in the place reached. */
  writeValue(value: WrittenValue): string;
  /** Called after the last part, for what can be judged only then. */
  finish(): void;
}
