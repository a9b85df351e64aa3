import type { Program } from '@/lib/engine/program/program.schema';
import type { EntitiesFound } from './find-entities';
import type { ScoreBand } from './score-band';

/** How well an utterance fits an intent. */
export interface IntentScore {
  intentId: string;
  /** 0 to 100, with one decimal. */
  score: number;
  band: ScoreBand;
}

/**
 * Scores an utterance against intents: the port behind which another engine can serve. Every intent of the program whose score
 * is above 0, best first; equal scores in the order of the program's intents. Deterministic: the same program, text and
 * entities give the same scores, or else replaying a conversation would tell a different story. Ours is `scoreIntents`.
 */
export type IntentMatcher = (program: Program, text: string, entities?: EntitiesFound) => IntentScore[];
