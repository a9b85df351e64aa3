import type { TemplateWriter } from './template-writer';

/**
 * Values of a header. A line break would begin another header, so control characters other than a tab are refused,
 * and so are characters beyond Latin-1, which the wire can't carry.
 * Source: RFC 9110, section 5.5.
 */
export function createHeaderWriter(report: (problem: string) => void): TemplateWriter {
  return {
    writeText: (text) => text,
    writeValue({ text, reference }) {
      const problem = findHeaderValueProblem(text);
      if (problem) report(`The value of ${reference} ${problem}`);
      return text;
    },
    finish: () => undefined,
  };
}

/** What keeps `text` from being a header's value, as the rest of a sentence; null when nothing does. */
export function findHeaderValueProblem(text: string): string | null {
  if (/[\r\n]/.test(text)) return 'holds a line break, which would begin another header. Take the line break out.';
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return 'holds a control character, which headers can’t carry. Take it out.';
  const foreign = /[^\u0000-\u00ff]/u.exec(text)?.[0];
  if (foreign !== undefined) return `holds “${foreign}”, which headers can’t carry. Percent-encode it, or send it in the body.`;
  return null;
}
