import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { JsonObject } from '@/lib/engine/json';

/** An XML document as JSON, or why it can't be read. */
export type ParsedXml = { kind: 'document'; document: JsonObject } | { kind: 'invalid'; reason: string };

const NESTED_TAGS_MAX = 200;

/**
 * Turns XML into JSON:
 *
 * - an element with only text becomes that text, trimmed; an empty one becomes `""`
 * - any other element becomes an object: attributes under `@name`, children under their names, its own text under `#text`
 * - elements of the same name beside each other become an array, in order; a single one stays itself
 * - names keep their namespace prefix; values are always text, because XML has no numbers (`007` stays `007`)
 * - comments, processing instructions and the XML declaration are left out
 *
 * `<order id="7"><item>a</item><item>b</item></order>` becomes `{"order": {"item": ["a", "b"], "@id": "7"}}`.
 *
 * Documents that declare entities of their own are refused: entities that contain entities unfold without end
 * ("billion laughs"), and external ones read files. Nothing outside the text is ever loaded.
 */
export function parseXmlDocument(text: string): ParsedXml {
  const validity = XMLValidator.validate(text);
  if (validity !== true) {
    const { line, col, msg } = validity.err;
    return { kind: 'invalid', reason: `Line ${line}${col > 0 ? `, column ${col}` : ''}: ${msg}` };
  }
  try {
    // The parser's result is objects, arrays and texts only, as configured below.
    const document = createParser().parse(text) as JsonObject;
    const roots = Object.values(document);
    // The validator lets several empty root elements pass.
    if (roots.length !== 1 || Array.isArray(roots[0])) return { kind: 'invalid', reason: 'There is not exactly one root element.' };
    return { kind: 'document', document };
  } catch (error) {
    return { kind: 'invalid', reason: error instanceof Error ? error.message : String(error) };
  }
}

function createParser(): XMLParser {
  return new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    textNodeName: '#text',
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: NESTED_TAGS_MAX,
    entityDecoder: {
      decode: decodeEntities,
      addInputEntities(entities) {
        if (Object.keys(entities).length > 0) throw new Error('The document declares entities of its own, which are not read.');
      },
      setExternalEntities: () => undefined,
      setXmlVersion: () => undefined,
      reset: () => undefined,
    },
  });
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi;

/** The five entities of XML and character references; everything else stays as it is written. Source: XML 1.0, section 4.6. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (written: string, ...groups: (string | undefined)[]) => {
    const [hex, decimal, name] = groups;
    if (name !== undefined) return NAMED[name] ?? written;
    const codePoint = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return codePoint > 0 && codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : written;
  });
}
