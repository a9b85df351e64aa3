import { reportFault, type Turn } from '@/lib/engine/flow/turn';
import { cleanHtml } from './clean-html';
import { htmlToText } from './html-to-text';
import type { MessageDraft } from './message-draft';
import { splitHtml } from './split-html';

/** As a text: send nothing. Source: conversation-builder reference, section 5.10. */
export const BLANK_MESSAGE = 'BLANK_MESSAGE';
/** Splits a text and waits. Source: conversation-builder reference, section 5.10. */
const BREAK = /tag::breakWithDelay=(\d{1,5})/;
/** Longest text, in characters with its markup; a variable can hold anything. */
const TEXT_LENGTH_MAX = 50_000;
/** Longest pause within a text, as long as the longest interaction delay. */
const PAUSE_MS_MAX = 10_000;

/**
 * The messages that a text comes to: cut at `tag::breakWithDelay=…`, and where the bot says so when it is long.
 * None for a blank text and for `BLANK_MESSAGE`.
 * @param text light HTML in which values are already escaped
 */
export function toTextDrafts(turn: Turn, text: string): MessageDraft[] {
  const { program, state } = turn;
  const html = cut(turn, text);
  if (html.trim() === '' || html.trim() === BLANK_MESSAGE) return [];
  const lengthMax = state.allowsLongText ? null : program.settings.textLengthMax;
  const drafts: MessageDraft[] = [];
  // Odd entries are the pauses that the expression captured.
  const stretches = html.split(BREAK);
  for (let index = 0; index < stretches.length; index += 2) {
    const stretch = stretches[index] ?? '';
    if (stretch.trim() === '') continue;
    const cleaned = cleanHtml(stretches.length === 1 ? stretch : stretch.trim());
    const pauseMs = Math.min(Number(stretches[index - 1] ?? 0), PAUSE_MS_MAX);
    const pieces = lengthMax === null ? [cleaned] : splitHtml(cleaned, lengthMax);
    pieces.forEach((piece, position) => drafts.push({ parts: [{ kind: 'text', html: piece }], plainText: htmlToText(piece), ...(position === 0 && pauseMs > 0 && { pauseMs }) }));
  }
  return drafts;
}

function cut(turn: Turn, text: string): string {
  if (text.length <= TEXT_LENGTH_MAX) return text;
  reportFault(turn, { code: 'message/too-long', message: `A text of ${text.length} characters was cut at ${TEXT_LENGTH_MAX}. Show less of what its variables hold.` });
  return text.slice(0, TEXT_LENGTH_MAX);
}
