import type { Program } from '@/lib/engine/program/program.schema';
import { normalizeText } from '@/lib/engine/text/normalize-text';
import type { EntitiesFound } from './find-entities';
import type { IntentScore } from './intent-matcher';
import { toBand } from './score-band';

/** Scores an utterance against every intent of the program, best first. */
export function scoreIntents(program: Program, text: string, _entities?: EntitiesFound): IntentScore[] {
  const said = normalizeText(text);
  return Object.values(program.intents)
    .filter((intent) => intent.phrases.some((phrase) => normalizeText(phrase) === said))
    .map((intent) => ({ intentId: intent.id, score: 100, band: toBand(100) }));
}
