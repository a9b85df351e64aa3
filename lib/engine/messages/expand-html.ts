import type { Turn } from '@/lib/engine/flow/turn';
import { toSnapshot } from '@/lib/engine/variables/conversation-snapshot';
import { expandText } from '@/lib/engine/variables/expand-text';
import { escapeHtml } from './escape-html';

/** A designer's light HTML with its variables filled in, their values escaped as text. Not yet cleaned. */
export function expandHtml(turn: Turn, template: string, element?: number): string {
  return expandText(template, toSnapshot(turn), { encode: escapeHtml, ...(element !== undefined && { element }) });
}

/** A label or other text without markup, with its variables filled in. */
export function expandPlain(turn: Turn, template: string, element?: number): string {
  return expandText(template, toSnapshot(turn), element === undefined ? {} : { element });
}
