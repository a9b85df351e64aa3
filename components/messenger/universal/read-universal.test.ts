import { describe, expect, it } from 'vitest';
import type { JsonValue } from '@/lib/engine/json';
import { readUniversal } from './read-universal';

describe('readUniversal', () => {
  it('reads a stack with everything it knows', () => {
    const content: JsonValue = {
      type: 'vertical',
      elements: [
        { type: 'text', text: 'Your order', style: { bold: true } },
        { type: 'image', url: 'https://example.com/a.png', caption: 'A', click: { actions: [{ type: 'navigate', la: 1.5, lo: 2 }] } },
        { type: 'horizontal', elements: [{ type: 'button', title: 'Yes', click: { metadata: [{ id: 'm' }], actions: [{ type: 'publishText', text: 'yes please' }] } }] },
        { type: 'map', la: 52.5, lo: 13.4, tooltip: 'Berlin' },
        { type: 'datePicker', class: 'range', title: 'When?', minDate: 1_700_000_000 },
      ],
    };
    expect(readUniversal(content)).toEqual({
      kind: 'stack',
      direction: 'vertical',
      children: [
        { kind: 'text', text: 'Your order', isBold: true, isItalic: false },
        { kind: 'image', url: 'https://example.com/a.png', caption: 'A', action: { kind: 'link', url: 'https://www.openstreetmap.org/?mlat=1.5&mlon=2#map=16/1.5/2' }, metadata: [] },
        { kind: 'stack', direction: 'horizontal', children: [{ kind: 'button', title: 'Yes', action: { kind: 'say', text: 'yes please' }, metadata: [{ id: 'm' }] }] },
        { kind: 'map', latitude: 52.5, longitude: 13.4, caption: 'Berlin' },
        { kind: 'date-picker', title: 'When?', isRange: true, min: '2023-11-14', max: '', metadata: [] },
      ],
    });
  });

  it('lets a link among several actions go first', () => {
    const actions: JsonValue = [{ type: 'publishText', text: 'x' }, { type: 'link', uri: 'https://example.com' }];
    expect(readUniversal({ type: 'button', title: 'Go', click: { actions } })).toMatchObject({ action: { kind: 'link', url: 'https://example.com' } });
  });

  it.each([
    ['an unknown type', { type: 'hologram', size: 3 }, 'hologram'],
    ['a name from the prototype', { type: 'constructor' }, 'constructor'],
    ['a stack without elements', { type: 'vertical' }, 'vertical'],
    ['a map without a place', { type: 'map' }, 'map'],
    ['something without a type', { a: 1 }, 'content without a type'],
    ['a list', [1, 2], 'content'],
    ['nothing', null, 'content'],
  ])('keeps %s as a labelled note', (_, content, name) => {
    expect(readUniversal(content)).toEqual({ kind: 'unknown', name, content });
  });

  it('stops at a depth that no page needs', () => {
    let content: JsonValue = { type: 'text', text: 'deep' };
    for (let depth = 0; depth < 100; depth += 1) content = { type: 'vertical', elements: [content] };
    expect(JSON.stringify(readUniversal(content))).toContain('"kind":"unknown"');
  });
});
