import type { TemplateWriter } from './template-writer';

/** Values as they are, for texts that have no structure to protect. */
export function createTextWriter(): TemplateWriter {
  return createValueWriter((text) => text);
}

/** Values encoded for `application/x-www-form-urlencoded`. Source: WHATWG URL, section 5.2. */
export function createFormWriter(): TemplateWriter {
  return createValueWriter((text) => new URLSearchParams([['', text]]).toString().slice(1));
}

/** Values escaped for XML text and attributes; characters that XML can't carry are left out. Source: XML 1.0, sections 2.2 and 2.4. */
export function createXmlWriter(): TemplateWriter {
  return createValueWriter((text) => text.replace(XML_FORBIDDEN, '').replace(/[&<>"']/g, (character) => XML_ENTITIES[character] ?? ''));
}

const XML_FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const XML_ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function createValueWriter(encode: (text: string) => string): TemplateWriter {
  return {
    writeText: (text) => text,
    writeValue: ({ text }) => encode(text),
    finish: () => undefined,
  };
}
