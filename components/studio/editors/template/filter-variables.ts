import type { VariableOption } from '@/components/studio/editors/template/variable-option';

/** Options shown at once; typing narrows them down. */
export const VARIABLE_OPTIONS_SHOWN_MAX = 100;

/**
 * The options that match what was typed after the brace, best first: the reference begins with it, then the label does,
 * then either contains it. Equal ones keep the order they came in.
 */
export function filterVariables(options: readonly VariableOption[], query: string): VariableOption[] {
  const wanted = query.toLowerCase();
  const ranked = options.map((option) => ({ option, rank: rankOf(option, wanted) })).filter(({ rank }) => rank < 4);
  ranked.sort((a, b) => a.rank - b.rank);
  return ranked.slice(0, VARIABLE_OPTIONS_SHOWN_MAX).map(({ option }) => option);
}

function rankOf(option: VariableOption, wanted: string): number {
  const reference = option.insert.toLowerCase().slice(1);
  const label = option.label.toLowerCase();
  if (reference.startsWith(wanted)) return 0;
  if (label.startsWith(wanted)) return 1;
  if (label.includes(wanted)) return 2;
  return reference.includes(wanted) ? 3 : 4;
}
