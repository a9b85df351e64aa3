import type { JsonObject, JsonValue } from '@/lib/engine/json';

/** What a tap on a universal element does. */
export type UniversalAction = { kind: 'say'; text: string } | { kind: 'link'; url: string } | { kind: 'unknown'; name: string };

/** An element of rich-message JSON as far as it is understood. Source: conversation-builder reference, section 6.6. */
export type UniversalElement =
  | { kind: 'stack'; direction: 'vertical' | 'horizontal' | 'carousel'; children: UniversalElement[] }
  | { kind: 'text'; text: string; isBold: boolean; isItalic: boolean }
  | { kind: 'image'; url: string; caption: string; action: UniversalAction | null; metadata: JsonValue[] }
  | { kind: 'button'; title: string; action: UniversalAction | null; metadata: JsonValue[] }
  | { kind: 'map'; latitude: number; longitude: number; caption: string }
  | { kind: 'date-picker'; title: string; isRange: boolean; min: string; max: string; metadata: JsonValue[] }
  | { kind: 'unknown'; name: string; content: JsonValue };

/** Deeper elements are shown as unknown. */
const DEPTH_MAX = 12;

/** Reads rich-message JSON. What is not understood becomes an `unknown` element in its place; nothing is ever dropped. */
export function readUniversal(content: JsonValue, depth = 0): UniversalElement {
  const fields = toFields(content);
  if (!fields || depth > DEPTH_MAX) return { kind: 'unknown', name: 'content', content };
  const type = toText(fields['type']);
  const read = Object.hasOwn(readerByType, type) ? readerByType[type] : undefined;
  return read?.(fields, depth) ?? { kind: 'unknown', name: type || 'content without a type', content };
}

type Reader = (fields: JsonObject, depth: number) => UniversalElement | null;

const readerByType: Record<string, Reader> = {
  vertical: (fields, depth) => readStack(fields, 'vertical', depth),
  list: (fields, depth) => readStack(fields, 'vertical', depth),
  horizontal: (fields, depth) => readStack(fields, 'horizontal', depth),
  carousel: (fields, depth) => readStack(fields, 'carousel', depth),
  text: (fields) => {
    const style = toFields(fields['style']) ?? {};
    return { kind: 'text', text: toText(fields['text']), isBold: style['bold'] === true, isItalic: style['italic'] === true };
  },
  image: (fields) => ({ kind: 'image', url: toText(fields['url']), caption: toText(fields['caption']) || toText(fields['tooltip']), ...readClick(fields) }),
  button: (fields) => ({ kind: 'button', title: toText(fields['title']) || toText(fields['tooltip']), ...readClick(fields) }),
  map: (fields) => {
    const { la, lo } = fields;
    return typeof la === 'number' && typeof lo === 'number' ? { kind: 'map', latitude: la, longitude: lo, caption: toText(fields['title']) || toText(fields['tooltip']) } : null;
  },
  datePicker: (fields) => ({
    kind: 'date-picker',
    title: toText(fields['title']) || 'Choose a date',
    isRange: fields['class'] === 'range',
    min: toDay(fields['minDate']),
    max: toDay(fields['maxDate']),
    metadata: readClick(fields).metadata,
  }),
};

function readStack(fields: JsonObject, direction: 'vertical' | 'horizontal' | 'carousel', depth: number): UniversalElement | null {
  const { elements } = fields;
  return Array.isArray(elements) ? { kind: 'stack', direction, children: elements.map((element) => readUniversal(element, depth + 1)) } : null;
}

/** The first action decides; a link among several goes first, since the page must open on the tap itself. */
function readClick(fields: JsonObject): { action: UniversalAction | null; metadata: JsonValue[] } {
  const click = toFields(fields['click']) ?? {};
  const actions = Array.isArray(click['actions']) ? click['actions'].map(readAction) : [];
  const metadata = Array.isArray(click['metadata']) ? click['metadata'] : [];
  return { action: actions.find(({ kind }) => kind === 'link') ?? actions[0] ?? null, metadata };
}

function readAction(value: JsonValue): UniversalAction {
  const fields = toFields(value) ?? {};
  const type = toText(fields['type']);
  if (type === 'publishText') return { kind: 'say', text: toText(fields['text']) };
  if (type === 'link') return { kind: 'link', url: toText(fields['uri']) };
  const { la, lo } = fields;
  if (type === 'navigate' && typeof la === 'number' && typeof lo === 'number') return { kind: 'link', url: toMapUrl(la, lo) };
  return { kind: 'unknown', name: type || 'action without a type' };
}

/** A page that shows the place; opened only on a tap. */
export function toMapUrl(latitude: number, longitude: number): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
}

/** Dates come as seconds since 1970 or as text; a date field takes `YYYY-MM-DD`. */
function toDay(value: JsonValue | undefined): string {
  if (typeof value === 'number' && Math.abs(value) < 8.64e12) return new Date(value * 1_000).toISOString().slice(0, 10);
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : '';
}

function toFields(value: JsonValue | undefined): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}

function toText(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
