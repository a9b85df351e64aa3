/** A variable that can be written into a template. */
export type VariableOption = {
  /** The whole reference with its braces, for example `{$botContext.customerId}`. */
  insert: string;
  /** What the designer calls it, for example `customerId`. */
  label: string;
  /** Where its value comes from, shown as a badge, for example `bot`. */
  scope: string;
  /** Its value or what it means; empty when there is nothing to say. */
  detail: string;
};

/** A stretch of a template, `start` inclusive and `end` exclusive, whose variable is not known, with what to do about it. */
export type UnknownSpan = { start: number; end: number; hint: string };
