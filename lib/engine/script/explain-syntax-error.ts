/**
 * What is wrong with a line that the parser refused, where designers are known to write it: old code for the vendor's
 * engine. Null when the parser's own words must do. Source: conversation-builder reference, section 5.1.
 * @param line counted from 1, where the parser stopped
 */
export function explainSyntaxError(source: string, line: number): string | null {
  const text = source.split('\n')[line - 1] ?? '';
  if (/\bfor\s+each\b/.test(text)) {
    return '“for each” is not JavaScript. Write “for (var key of map.keySet())”, or “for (var key in object)” for the names of an object';
  }
  return null;
}
