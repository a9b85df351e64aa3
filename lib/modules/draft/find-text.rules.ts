import type { BotContent } from '@/lib/engine/program/bot-content.schema';
import { listBotTexts, type BotText } from './bot-text.rules';
import { changeTexts, type EditedBot } from './change-texts.rules';
import type { DraftIntegration } from './draft.contract';
import { toExcerpt } from './excerpt.rules';
import type { DraftSpot } from './problem.schema';

/** What is looked for; every character stands for itself. */
export interface TextQuery {
  text: string;
  matchesCase: boolean;
  /** Only where no letter, digit or underscore stands before or after it. */
  isWholeWord: boolean;
}

/** A place where the text stands. */
export interface TextHit {
  /** Names the place, as long as the bot does not change. */
  id: string;
  place: DraftSpot;
  owner: string;
  label: string;
  /** The part of the text around the hit, on one line. */
  excerpt: string;
  /** Line of the text, from 1. */
  line: number;
  isInScript: boolean;
}

/** Every place of a bot where a text stands, scripts included, in the order of the bot. Nothing is found for an empty text. */
export function findText(content: BotContent, integrations: readonly DraftIntegration[], query: TextQuery): TextHit[] {
  return search(content, integrations, query).map(({ id, text, start, end }) => {
    const { excerpt, line } = toExcerpt(text.text, start, end);
    const isInScript = text.kind === 'script';
    return { id, place: isInScript ? { ...text.spot, line } : text.spot, owner: text.owner, label: text.label, excerpt, line, isInScript };
  });
}

/**
 * The bot with the text replaced.
 * @param ids hits to be replaced; null: all
 */
export function replaceText(
  content: BotContent,
  integrations: readonly DraftIntegration[],
  { query, replacement, ids }: { query: TextQuery; replacement: string; ids: ReadonlySet<string> | null },
): EditedBot {
  const hits = search(content, integrations, query).filter(({ id }) => ids === null || ids.has(id));
  return changeTexts(content, integrations, hits.map(({ text, start, end }) => ({ text, start, end, replacement })));
}

interface Hit {
  id: string;
  text: BotText;
  start: number;
  end: number;
}

function search(content: BotContent, integrations: readonly DraftIntegration[], { text: wanted, matchesCase, isWholeWord }: TextQuery): Hit[] {
  if (wanted === '') return [];
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\r?\n/g, '\\r?\\n');
  const bounded = isWholeWord ? `(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])` : escaped;
  const expression = new RegExp(bounded, matchesCase ? 'gu' : 'giu');
  return listBotTexts(content, integrations).flatMap((text) =>
    Array.from(text.text.matchAll(expression), (match) => ({
      id: [text.spot.integrationId ?? '', ...text.path, match.index].join('/'),
      text,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
