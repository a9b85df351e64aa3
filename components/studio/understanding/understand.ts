import type { ExpressionMatch } from '@/lib/engine/event.schema';
import { findEntities, type EntitiesFound } from '@/lib/engine/nlu/find-entities';
import type { IntentScore } from '@/lib/engine/nlu/intent-matcher';
import { scoreIntents } from '@/lib/engine/nlu/score-intents';
import type { Program } from '@/lib/engine/program/program.schema';
import { findStarter } from '@/lib/engine/starters/find-starter';
import type { StarterAttempt, StarterResult } from '@/lib/engine/starters/starter-result';

/** What a bot makes of an utterance that begins a conversation. */
export interface Understanding {
  /** Best first; intents without anything in common are left out. */
  scores: IntentScore[];
  entities: EntitiesFound;
  result: StarterResult;
  attempts: StarterAttempt[];
}

/** Understands an utterance as a conversation with this program does. */
export function understand(program: Program, text: string, matches: Readonly<Record<string, ExpressionMatch>>): Understanding {
  const entities = findEntities(program, { text, matches });
  const scores = scoreIntents(program, text, entities);
  return { scores, entities, ...findStarter(program, { text, intents: scores }) };
}
