import type { TemplateWriter } from './template-writer';

/**
 * Values of a URL, by place:
 * - at the very beginning: as they are, because a base address stands there (`{$env.baseUrl}/accounts`)
 * - in scheme, host and port: as they are if they hold nothing but letters, digits and `. - _ ~ : [ ]`, else refused
 * - in path, query and fragment: percent-encoded down to unreserved characters, so that a value can't end its segment
 *   or parameter. A segment that becomes `.` or `..` is refused: URLs can't carry it, however it is encoded.
 * Source: RFC 3986, section 2.3; WHATWG URL, sections 4.1 (dot segments) and 4.4.
 */
export function createUrlWriter(report: (problem: string) => void): TemplateWriter {
  const scan: UrlScan = { place: 'scheme', segment: '', isSegmentTouched: false, report };
  let isAtBeginning = true;
  return {
    writeText(text) {
      isAtBeginning = false;
      advance(scan, text);
      return text;
    },
    writeValue({ text, reference }) {
      const isBase = isAtBeginning;
      isAtBeginning = false;
      if (isBase) return writeBase(scan, text, reference);
      if (scan.place === 'scheme' || scan.place === 'slashes' || scan.place === 'authority') return writeAuthority(scan, text, reference);
      const encoded = percentEncode(text);
      scan.segment += encoded;
      scan.isSegmentTouched = true;
      return encoded;
    },
    finish: () => endSegment(scan),
  };
}

/** `text` with everything percent-encoded but unreserved characters. Lone surrogates become U+FFFD. Source: RFC 3986, section 2.3. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

interface UrlScan {
  place: 'scheme' | 'slashes' | 'authority' | 'path' | 'query' | 'fragment';
  /** The path segment being written. */
  segment: string;
  /** Whether a value went into it. */
  isSegmentTouched: boolean;
  report: (problem: string) => void;
}

/** Follows raw text. A backslash counts as a slash, as it does for every URL parser of a browser. */
function advance(scan: UrlScan, text: string): void {
  for (const character of text) {
    const isSlash = character === '/' || character === '\\';
    if (scan.place === 'scheme' && character === ':') scan.place = 'slashes';
    else if (scan.place === 'slashes' && !isSlash) scan.place = 'authority';
    else if (scan.place === 'authority' && isSlash) scan.place = 'path';
    else if (scan.place === 'path' && isSlash) endSegment(scan);
    else if (scan.place === 'path') scan.segment += character;
    if (scan.place === 'authority' || scan.place === 'path' || scan.place === 'query') {
      if (character === '#') enter(scan, 'fragment');
      else if (character === '?') enter(scan, 'query');
    }
  }
}

function enter(scan: UrlScan, place: 'query' | 'fragment'): void {
  if (scan.place === 'path') {
    // The mark itself was taken for a part of the segment.
    scan.segment = scan.segment.slice(0, -1);
    endSegment(scan);
  }
  scan.place = place;
}

function endSegment(scan: UrlScan): void {
  const plain = scan.segment.replace(/%2e/gi, '.');
  if (scan.place === 'path' && scan.isSegmentTouched && (plain === '.' || plain === '..')) {
    scan.report(`A part of the path became “${plain}”, which would lead to another address. Check the variable’s value.`);
  }
  scan.segment = '';
  scan.isSegmentTouched = false;
}

function writeBase(scan: UrlScan, text: string, reference: string): string {
  // URL parsers drop tabs and line breaks silently: what is sent would not be what is shown.
  if (/[\u0000-\u0020\u007f]/.test(text)) {
    scan.report(`The value of ${reference} holds a blank or a control character, which an address can’t begin with. Take it out.`);
  }
  advance(scan, text);
  return text;
}

function writeAuthority(scan: UrlScan, text: string, reference: string): string {
  if (!/^[\p{L}\p{N}.\-_~:[\]]*$/u.test(text)) {
    scan.report(
      `The value of ${reference} stands in the host’s place but holds more than a host. Use letters, digits, dots and hyphens, or put a whole address into a variable at the URL’s beginning.`,
    );
  }
  advance(scan, text);
  return text;
}
